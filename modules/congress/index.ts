export { delegatesImport } from "./imports/delegates.ts"
export { congressModule } from "./module.ts"
export { congressOn } from "./store.ts"
