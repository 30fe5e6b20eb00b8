export * from "./open.ts"
export * from "./raw.ts"
export { cellProblem, headerCore, headerKey, narrowText, normaliseText, textOf } from "./text.ts"
