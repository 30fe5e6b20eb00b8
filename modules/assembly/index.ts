export { mayPrepare, mayReadAssembly, mayServe } from "./abilities.ts"
export type { AgendaItem } from "./agenda.ts"
export { agendaOf } from "./agenda-store.ts"
export type { Assembly, AssemblyState, Kind } from "./assembly.ts"
export { assemblyCourses } from "./course-kinds.ts"
export type { AssemblyDocument, AssemblyDocuments } from "./documents.ts"
export { assembliesOn } from "./facts.ts"
export { inboxItems } from "./inbox.ts"
export { type OfAssembly, theAssembly, theAssemblyHeld } from "./load.ts"
export { assemblyModule, assemblyRoom } from "./module.ts"
export type { Readiness, Ready } from "./readiness.ts"
export { loadSampleAssembly } from "./sample.ts"
export { closeAssembly, openAssembly } from "./session.ts"
export {
  assembliesOf,
  assemblyById,
  changeAssembly,
  insertAppointments,
  insertAssembly,
  servingOf,
  teamOf,
} from "./store.ts"
export { type Appointment, type Duty, duties, dutyNames, inDuty, type Team } from "./team.ts"
