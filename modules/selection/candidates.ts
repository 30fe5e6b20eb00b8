import { addMonths, type Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { yearly } from "#policy/practice/congress-rules.ts"
import { isPresidium, type PostKind } from "./procedure.ts"
import { sourceName } from "./source.ts"
import { passedBy } from "./store.ts"

/** Somebody determined as a candidate, whom only the congress can make a member of the presidium (5.1). */
export interface Candidate {
  readonly applicationId: string
  readonly callId: string
  readonly courseId: string
  readonly unionId: string
  readonly number: string
  readonly name: string
  readonly faculty: string
  readonly grade: number
  /** As 5.3 says it. */
  readonly source: string
  readonly postKind: PostKind
  readonly determinedOn: Day
}

/** The candidates of a union who stand on a day: a determination speaks for one yearly congress (6.1). */
export async function candidatesOf(tx: Tx, unionId: string, day: Day): Promise<readonly Candidate[]> {
  const passed = await passedBy(tx, [unionId], day)
  return passed.flatMap((k) =>
    isPresidium(k.postKind) && k.endedOn !== null && addMonths(k.endedOn, yearly) >= day
      ? [
          {
            applicationId: k.applicationId,
            callId: k.callId,
            courseId: k.courseId,
            unionId: k.unionId,
            number: k.number,
            name: k.name,
            faculty: k.faculty,
            grade: k.grade,
            source: sourceName(k.source),
            postKind: k.postKind,
            determinedOn: k.endedOn,
          },
        ]
      : [],
  )
}
