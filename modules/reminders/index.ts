export { remindersModule } from "./module.ts"
export { type Outward, readOutward } from "./outward.ts"
