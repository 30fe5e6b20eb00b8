export { delegatesModule } from "./module.ts"
export { type Delegate, delegateOf, delegatesOf, delegationsOf, insertDelegates } from "./store.ts"
