export { type AtDesk, mayDesk } from "./abilities.ts"
export { deskOf, type Handled, handlingsOf, recordHandled } from "./door.ts"
export type { Handling, HandlingState } from "./handling.ts"
export { handlingModule } from "./module.ts"
