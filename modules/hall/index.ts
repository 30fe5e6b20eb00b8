export type { AgendaItem, Doors, Panel } from "./doors.ts"
export { inboxItems } from "./inbox.ts"
export { hallModule } from "./module.ts"
