export { mayAttest, mayExplain } from "./abilities.ts"
export { evidenceOn } from "./facts.ts"
export { evidence } from "./module.ts"
export { attestationsOf, explanationsOf } from "./store.ts"
