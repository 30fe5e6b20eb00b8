import type { Module } from "#kit/server/module.ts"
import { routes } from "./routes.ts"
import { attest, decide, explain, of, retract } from "./served.ts"

export const evidence: Module = {
  name: "evidence",
  at: import.meta.url,
  clauses: ["3.2", "3.7"],
  served: [of, attest, retract, explain, decide],
  routes,
  appendOnly: ["attestation", "retraction"],
}
