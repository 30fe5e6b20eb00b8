import { type Day, schoolYearOf } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Answered, QuestionId } from "#policy/vocabulary.ts"
import { callsOf } from "./store.ts"

/**
 * 4.4 from the calls themselves: in this school year the union called, in public, for everybody who meets the
 * conditions. No call is no answer: an attestation may still speak, else the finding is `unknown`.
 */
export async function callsOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, { answers: Partial<Record<QuestionId, Answered>> }>> {
  const year = schoolYearOf(day)
  const opened = (await callsOf(tx, day, unions)).filter(
    (c) =>
      (c.status === "open" || c.status === "closed") &&
      c.opensOn <= day &&
      c.publishedOn !== null &&
      c.publishedOn <= day &&
      schoolYearOf(c.opensOn) === year,
  )
  return new Map(
    [...Map.groupBy(opened, (c) => c.unionId)].map(([union, calls]) => [
      union,
      {
        answers: {
          "call-open": {
            value: true,
            on: calls[0]!.opensOn,
            rows: calls.map((c) => ({
              id: c.id,
              name: c.title,
              note: `${c.opensOn}至${c.closedOn ?? c.closesOn}`,
            })),
          },
        },
      },
    ]),
  )
}
