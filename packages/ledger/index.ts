export { type Broken, Chain, type Entry, genesis, hashOf, link } from "./ledger.ts"
