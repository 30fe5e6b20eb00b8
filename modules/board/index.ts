export { briefingKind } from "./course.ts"
export { boardModule } from "./module.ts"
export { rebuild } from "./refresh.ts"
export { loadSampleBoard } from "./sample.ts"
