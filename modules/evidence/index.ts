export { concerns, type Under } from "./abilities.ts"
export { evidenceOn } from "./facts.ts"
export { attestationsOf, explanationsOf } from "./store.ts"
