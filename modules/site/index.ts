export { siteModule } from "./module.ts"
export type { PublicDisclosure, SiteSources } from "./queries/pages.ts"
