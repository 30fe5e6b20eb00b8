import type { Module, NewsHandler } from "#kit/server/module.ts"
import { assembliesOf } from "#modules/assembly/index.ts"
import { confirmMinutes, writeMinutes } from "./actions/minuting.ts"
import { endItem, extend, note, reopenItem, skipItem, startItem } from "./actions/running.ts"
import { adjourn, close, open, resume } from "./actions/sitting.ts"
import {
  addSpeaker,
  ask,
  callSpeaker,
  dropSpeaker,
  endSpeech,
  moveSpeaker,
  setList,
  withdraw,
} from "./actions/speaking.ts"
import { announce, closeVote, openVote, voidVote, vote } from "./actions/voting.ts"
import type { Doors } from "./doors.ts"
import { mine } from "./queries/mine.ts"
import { minutes } from "./queries/minutes.ts"
import { one } from "./queries/one.ts"
import { roll } from "./queries/roll.ts"
import { routes } from "./routes.ts"
import { bump, bumpRarely } from "./store.ts"

/** Delegates come in by the hundred: the phones need not hear of each. */
const every = 5_000

const about = (payload: Record<string, unknown>): string | undefined =>
  typeof payload.assembly === "string" ? payload.assembly : undefined

/** Something the hall's screens show has changed in another room. */
const changed: NewsHandler = async (ctx, payload) => {
  const assembly = about(payload)
  if (assembly) await bump(ctx.tx, assembly, ctx.now)
}

/** An assembly's day or place was changed, among what the records of its union say. */
const recordsChanged: NewsHandler = async (ctx, { unions }) => {
  if (!Array.isArray(unions)) return
  for (const a of await assembliesOf(ctx.tx, unions))
    if (a.state === "convened" || a.state === "open") await bump(ctx.tx, a.id, ctx.now)
}

/** The day in the hall, told where its agenda is and who shows secret votes in it. */
export const hallModule = (doors: Doors): Module => ({
  name: "hall",
  at: import.meta.url,
  clauses: ["6.1", "6.6a"],
  served: [
    open,
    adjourn,
    resume,
    close(doors),
    startItem(doors),
    endItem(doors),
    skipItem(doors),
    reopenItem(doors),
    extend,
    note,
    ask,
    withdraw,
    addSpeaker,
    moveSpeaker,
    dropSpeaker,
    callSpeaker,
    endSpeech,
    setList,
    openVote(doors),
    vote,
    closeVote,
    announce(doors),
    voidVote,
    writeMinutes,
    confirmMinutes,
    mine,
    one(doors),
    roll,
    minutes(doors),
  ],
  on: {
    "roll.changed": async (ctx, payload) => {
      const assembly = about(payload)
      if (assembly) await bumpRarely(ctx.tx, assembly, ctx.now, every)
    },
    "records.changed": recordsChanged,
    "assembly.convened": changed,
    "assembly.opened": changed,
    "assembly.closed": changed,
    "assembly.cancelled": changed,
    "assembly.changed": changed,
    "elections.changed": changed,
  },
  appendOnly: ["hall_deed", "hall_elector", "hall_cast", "hall_minutes"],
  routes: routes(doors),
})
