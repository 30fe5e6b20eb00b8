export { candidatesOf } from "./candidates.ts"
export { selectionOn } from "./facts.ts"
export { courseKinds } from "./kinds.ts"
export { selection } from "./module.ts"
