export type { AgendaItem, Doors } from "./doors.ts"
export { inboxItems } from "./inbox.ts"
export { hallModule } from "./module.ts"
