export { ImportWork } from "./background.ts"
export type { Applied, Given, ImportKind, ReadContext, Reader, Staging } from "./kind.ts"
export { importsModule } from "./module.ts"
export type { KindOutcome, Outcome, Problem, SheetPlan } from "./run.ts"
