export { mayReadFindings } from "./abilities.ts"
export { gather } from "./gather.ts"
export { findings } from "./module.ts"
export { rejudge } from "./register.ts"
