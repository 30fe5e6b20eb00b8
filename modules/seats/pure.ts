/** The door for code that runs without a server: the command line and the bench. */
export { allocate } from "./allocate.ts"
export type { Allocation, Check } from "./allocation.ts"
export { asJson } from "./as-json.ts"
export { readTerms } from "./read-terms.ts"
export { report } from "./report.ts"
export type { Terms } from "./terms.ts"
