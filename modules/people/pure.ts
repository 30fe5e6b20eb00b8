/** The door for code that runs without a server: the worker, the command line, the rooms' own pure files. */
export { type FacultyMatch, facultyFinder } from "./faculty-names.ts"
export { type Identity, identify, type Register, registerOf } from "./matching.ts"
export { readPolitical } from "./political.ts"
export * from "./records.ts"
export { Cells } from "./sheets/cells.ts"
export * as columns from "./sheets/columns.ts"
export { readEthnicity, twice } from "./sheets/students.ts"
export { compareTotals, readGroup } from "./sheets/totals.ts"
