export { delegatesImport } from "./imports/delegates.ts"
export { congressModule } from "./module.ts"
export { congressOn, groundOn, heldOn } from "./store.ts"
