export { mayDraft, mayReadRoster } from "./abilities.ts"
export { rostersImport } from "./imports/rosters.ts"
export { unions } from "./module.ts"
export {
  closeDepartments,
  closePosts,
  type DepartmentRow,
  departmentsOn,
  insertDepartments,
  insertPosts,
  openDepartments,
  openPosts,
  type PostRow,
  rosterSql,
  rostersOn,
  type UnionRow,
  unionByName,
  unionsOf,
} from "./store.ts"
