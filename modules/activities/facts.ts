import { type Day, semesterBounds } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { studentsOfKind } from "#modules/people/index.ts"
import { projectsOn } from "#modules/projects/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import type { ReachFact } from "#policy/activities.ts"
import type { Answered, QuestionId, Row } from "#policy/vocabulary.ts"
import type { Activity } from "./activity.ts"
import { reachOf } from "./reach.ts"
import { activitiesBetween } from "./store.ts"
import { reachedBy, thereIn } from "./store-attendance.ts"

interface ActivityFacts {
  readonly answers?: Partial<Record<QuestionId, Answered>>
  readonly reach?: ReachFact
}

/**
 * 2.5 and 7.3: what each union held this semester up to a day, on what it was built, whom it reached. A union that
 * recorded no activity gives no answer; what projects say of 2.5 is taken together with it.
 */
export async function activitiesOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, ActivityFacts>> {
  const { from } = semesterBounds(day)
  const held = Map.groupBy(await activitiesBetween(tx, unions, from, day), (a) => a.unionId)
  if (held.size === 0) return new Map()
  const projects = await projectsOn(tx, [...held.keys()], day)
  const reached = await reachedBy(tx, [...held.keys()], from, day)
  const there = await thereIn(
    tx,
    [...held.values()].flat().map((a) => a.id),
  )
  const hosts = await unionsOf(tx, [...held.keys()])
  const bodies = new Map<string, Parameters<typeof reachOf>[1]>()
  for (const kind of new Set(hosts.map((u) => u.kind))) bodies.set(kind, await studentsOfKind(tx, day, kind))
  return new Map(
    hosts.map((host) => {
      const own = held.get(host.id) ?? []
      const { students, people } = reachOf(host, bodies.get(host.kind) ?? [], reached.get(host.id) ?? [])
      return [
        host.id,
        {
          answers: {
            "built-on-classes": together(builtOn(own), projects.get(host.id)?.answers["built-on-classes"]),
          },
          reach: {
            students,
            reached: people,
            activities: own.map((a) => ({
              row: { id: a.id, name: a.title },
              on: a.onDay,
              approved: a.approvedOn,
              people: there.get(a.id) ?? 0,
            })),
          },
        },
      ]
    }),
  )
}

const isBare = (a: Activity) => a.classes.length + a.societies.length === 0

function builtOn(own: readonly Activity[]): Answered {
  const bare = own.filter(isBare)
  const rows = (bare.length > 0 ? bare : own).map(
    (a): Row => ({
      id: a.id,
      name: a.title,
      note: isBare(a)
        ? "没有登记所依托的班级和社团"
        : `依托班级${a.classes.length}个、社团${a.societies.length}个`,
    }),
  )
  return { value: bare.length === 0, on: own.at(-1)!.onDay, rows }
}

/** One "no" among activities and projects is a "no", with the rows that say so. */
function together(own: Answered, projects: Answered | undefined): Answered {
  if (!projects) return own
  const on = projects.on > own.on ? projects.on : own.on
  const speak = [own, projects].filter((a) => a.value === (own.value && projects.value))
  return {
    value: own.value === true && projects.value === true,
    on,
    rows: speak.flatMap((a) => a.rows ?? []),
  }
}
