import type { Quorum } from "#modules/roll/index.ts"
import type { Deed, Done } from "./deeds.ts"

export type Sitting = "waiting" | "sitting" | "adjourned" | "closed"

/** How an item of the agenda stands; one nobody has touched is pending. */
export interface ItemRun {
  readonly state: "pending" | "on" | "done" | "skipped"
  readonly startedAt: Date | null
  /** Its place in the record when it was started last. */
  readonly since: number
  readonly endedAt: Date | null
  /** Time it was given, with what was added. */
  readonly minutes: number | null
  readonly because: string | null
}

/** Where the sitting stands, as the record tells. */
export interface Standing {
  readonly state: Sitting
  /** As it was established last: at the opening, or when the sitting was resumed. */
  readonly quorum: Quorum | null
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  readonly adjourned: { readonly at: Date; readonly because: string; readonly until: string } | null
  readonly item: string | null
  readonly items: ReadonlyMap<string, ItemRun>
  readonly closedLists: ReadonlySet<string>
  /** Version of the minutes that was confirmed. */
  readonly confirmed: number | null
}

export const untouched: ItemRun = {
  state: "pending",
  startedAt: null,
  since: 0,
  endedAt: null,
  minutes: null,
  because: null,
}

const before: Standing = {
  state: "waiting",
  quorum: null,
  openedAt: null,
  closedAt: null,
  adjourned: null,
  item: null,
  items: new Map(),
  closedLists: new Set(),
  confirmed: null,
}

/** The record, read from its beginning. */
export const standingOf = (record: readonly Done[]): Standing => record.reduce(after, before)

function after(now: Standing, { seq, at, deed }: Done): Standing {
  switch (deed.kind) {
    case "opened":
      return { ...now, state: "sitting", quorum: deed.quorum, openedAt: at }
    case "resumed":
      return { ...now, state: "sitting", quorum: deed.quorum, adjourned: null }
    case "adjourned":
      return { ...now, state: "adjourned", adjourned: { at, because: deed.because, until: deed.until } }
    case "closed":
      return { ...now, state: "closed", closedAt: at, item: null }
    case "minutes-confirmed":
      return { ...now, confirmed: deed.version }
    case "list-closed":
      return { ...now, closedLists: new Set([...now.closedLists, deed.item]) }
    case "list-opened":
      return { ...now, closedLists: new Set([...now.closedLists].filter((i) => i !== deed.item)) }
    default:
      return run(now, seq, at, deed)
  }
}

function run(now: Standing, seq: number, at: Date, deed: Deed): Standing {
  const put = (item: string, change: Partial<ItemRun>, current = now.item): Standing => ({
    ...now,
    item: current,
    items: new Map([...now.items, [item, { ...(now.items.get(item) ?? untouched), ...change }]]),
  })
  switch (deed.kind) {
    case "item-started":
      return put(
        deed.item,
        { state: "on", startedAt: at, since: seq, endedAt: null, minutes: deed.minutes, because: null },
        deed.item,
      )
    case "item-ended":
      return put(deed.item, { state: "done", endedAt: at }, null)
    case "item-skipped":
      return put(
        deed.item,
        { state: "skipped", because: deed.because },
        now.item === deed.item ? null : now.item,
      )
    case "item-reopened":
      return put(deed.item, { state: "pending", because: null })
    case "extended": {
      const on = deed.of === "item" && now.item ? now.items.get(now.item) : undefined
      return on && now.item ? put(now.item, { minutes: (on.minutes ?? 0) + deed.minutes }) : now
    }
    default:
      return now
  }
}
