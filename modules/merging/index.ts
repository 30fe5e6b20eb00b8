export { registerImport } from "./imports/register.ts"
export { inboxItems } from "./inbox.ts"
export { mergingModule } from "./module.ts"
