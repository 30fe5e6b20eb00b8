import { type Day, schoolYearOf } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { unionsOf } from "#modules/unions/index.ts"
import type { Answered, Facts, QuestionId } from "#policy/vocabulary.ts"
import { agreedOn } from "./documents-store.ts"
import { type Guidance, guidanceOf } from "./guidance-store.ts"
import { heldBy } from "./hearings-store.ts"

/**
 * What articles 2, 9 and 10 and the yearly form ask and this room's records decide. Nothing recorded is no
 * answer: an attestation may still speak.
 */
export async function leadershipFactsOn(
  tx: Tx,
  ids: readonly string[],
  day: Day,
): Promise<Map<string, Pick<Facts, "answers" | "agreed">>> {
  const held = await heldBy(tx, ids, day)
  const guided = await guidanceOf(tx, ids)
  const inForce = await agreedOn(tx, ids, day)
  if (held.length + guided.length + inForce.length === 0) return new Map()
  const unions = await unionsOf(tx, ids)
  return new Map(
    unions.map((union) => {
      const heard = held.filter((h) => h.unions.includes(union.id))
      const own = guided.filter(
        (g) => g.unionId === union.id && g.onDay <= day && schoolYearOf(g.onDay) === schoolYearOf(day),
      )
      const agreed = inForce
        .filter((d) => d.unionId === null || d.unionId === union.id)
        .map(({ unionId: _, ...d }) => d)
      const school = union.level === "school"
      const answers = {
        ...asked(school ? "party-hearing" : "faculty-party-hearing", lastHeard(heard)),
        ...(school
          ? asked("federation-guides", guidedTwice(own))
          : asked("faculty-guided", confirmed(own, day))),
      }
      return [union.id, { answers, ...(agreed.length ? { agreed } : {}) }]
    }),
  )
}

const asked = (id: QuestionId, answer: Answered | undefined): Partial<Record<QuestionId, Answered>> =>
  answer ? { [id]: answer } : {}

/** The latest session, and all there were. */
function lastHeard(heard: readonly { id: string; title: string; heldOn: Day }[]): Answered | undefined {
  const last = heard[0]
  return (
    last && {
      value: last.heldOn,
      on: last.heldOn,
      rows: heard.map((h) => ({ id: h.id, name: h.title, note: h.heldOn })),
    }
  )
}

const rows = (given: readonly Guidance[]) => given.map((g) => ({ id: g.id, name: g.topic, note: g.onDay }))

/** 2.3: guidance that the union itself says it received, by the day asked about. */
function confirmed(given: readonly Guidance[], day: Day): Answered | undefined {
  const real = given.filter((g) => g.kind === "union" && g.answer?.happened && g.answer.on <= day)
  return real[0] && { value: true, on: real[0].onDay, rows: rows(real) }
}

/** 10.1 双重指导: the League committee's and the federation's; one of them alone decides nothing. */
function guidedTwice(given: readonly Guidance[]): Answered | undefined {
  const league = given.some((g) => g.kind === "league")
  const above = given.some((g) => g.kind === "federation" || g.kind === "filing")
  return league && above && given[0] ? { value: true, on: given[0].onDay, rows: rows(given) } : undefined
}
