/** The door for code that runs without a server: the command line and the disclosure from workbooks. */
export * from "./judge-files.ts"
export { type FilesRead, type ReadOptions, readFiles } from "./read-files.ts"
