import { type Day, dayOf } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Call } from "./call.ts"
import { callById } from "./store.ts"

export type { Application, ApplicationStatus, Source } from "./application.ts"
export { sourceName } from "./application.ts"
export { applicationOf, applicationsOf } from "./applications.ts"
export { outside } from "./bar.ts"
export type { Call, CallPost, CallStatus, PostKind } from "./call.ts"
export { labelOf } from "./call.ts"
export { chainOffices } from "./chain.ts"
export { concerns } from "./concerns.ts"
export { callsOn } from "./facts.ts"
export { callsModule } from "./module.ts"
export { loadSampleCalls } from "./sample.ts"

/** A call with its status on a day; today in China without one. */
export const callOf = (tx: Tx, id: string, on: Day = dayOf(new Date())): Promise<Call | undefined> =>
  callById(tx, id, on)
