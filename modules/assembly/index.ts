export { mayPrepare, mayReadAssembly, mayServe } from "./abilities.ts"
export type { Assembly, AssemblyState, Kind } from "./assembly.ts"
export { type OfAssembly, theAssembly, theAssemblyHeld } from "./load.ts"
export { assemblyModule } from "./module.ts"
export {
  assembliesOf,
  assemblyById,
  changeAssembly,
  endAppointments,
  insertAppointments,
  insertAssembly,
  servingOf,
  teamOf,
} from "./store.ts"
export { type Appointment, type Duty, duties, dutyNames, inDuty, servesAs, type Team } from "./team.ts"
