import type { Actor } from "#kit/server/actor.ts"
import { answer, asSelf, holders, isAllowed, type Room } from "./ask.ts"
import { administrator, student } from "./cast.ts"

/** Doors left open on purpose: a verb, or `verb case`, and why. */
export type Exceptions = Readonly<Record<string, string>>

const casesOf = (rooms: readonly Room[]) =>
  rooms.flatMap(({ verbs }) =>
    verbs.flatMap(({ served, sample }) =>
      (sample?.cases ?? []).map((c) => ({ served, c, verb: served.contract.name })),
    ),
  )

/** Verbs that change something and let this person in, the exceptions apart; and exceptions nothing needs any more. */
export function openTo(rooms: readonly Room[], actor: Actor, exceptions: Exceptions): string[] {
  const used = new Set<string>()
  const open = casesOf(rooms).flatMap(({ served, c, verb }) => {
    if (served.contract.kind !== "action" || !isAllowed(answer(served, c, actor))) return []
    const excused = [verb, `${verb} ${c.of}`].filter((key) => key in exceptions)
    for (const key of excused) used.add(key)
    return excused.length > 0 ? [] : [`${verb} ${c.of}`]
  })
  return [...open, ...Object.keys(exceptions).flatMap((key) => (used.has(key) ? [] : [`${key}: not open`]))]
}

/** Where the person concerned could decide on their own case, in whatever post; and cases in which nobody could anyhow. */
export const ownCases = (rooms: readonly Room[]): string[] =>
  casesOf(rooms).flatMap(({ served, c, verb }) => {
    if (!c.barred) return []
    const may = (actor: Actor) => isAllowed(answer(served, c, actor))
    const through = [
      ...holders.flatMap((h) => (may(asSelf(h.actor)) ? [`${h.group.name}${h.title}`] : [])),
      ...(may(asSelf(student)) ? ["无职务的学生"] : []),
      ...(may(asSelf(administrator)) ? ["系统管理员"] : []),
    ]
    if (through.length > 0) return [`${verb} ${c.of}: ${through.join("、")}`]
    return holders.some((h) => may(h.actor)) ? [] : [`${verb} ${c.of}: nobody to keep out`]
  })
