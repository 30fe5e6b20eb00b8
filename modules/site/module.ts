import type { Module } from "#kit/server/module.ts"
import { disclosures, home, type SiteSources, structure } from "./queries/pages.ts"

/** The public site, told what the other modules have published. */
export const siteModule = (sources: SiteSources): Module => ({
  name: "site",
  at: import.meta.url,
  clauses: ["2.1"],
  served: [home(sources), structure, disclosures(sources)],
})
