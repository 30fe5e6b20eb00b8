import { type Day, semesterBounds } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { unionsOf } from "#modules/unions/index.ts"
import type { Answered, QuestionId, Row } from "#policy/vocabulary.ts"
import { passedDownBetween } from "./finding.ts"
import { passedOf, type ToldFaculty } from "./passed.ts"
import { classGroups } from "./reach-store.ts"
import { targetsOf } from "./sight.ts"
import { type Notice, passingsOf } from "./store.ts"
import { type ClassGroup, reachesPlace } from "./targets.ts"

type Answers = Map<string, { answers: Partial<Record<QuestionId, Answered>> }>

interface Asking {
  readonly level: "school" | "faculty"
  readonly kind: "undergraduate" | "graduate"
  readonly faculty: string | null
}

/**
 * 1.2: this semester's notices of the Party's voice that go to a union's students, by the classes told of them in time.
 * A notice counts once all classes are told or its day has passed; where none counts there is no answer.
 */
export async function noticesOn(tx: Tx, unions: readonly string[], day: Day): Promise<Answers> {
  const { from } = semesterBounds(day)
  const voice = await passedDownBetween(tx, from, day, "voice")
  if (voice.length === 0) return new Map()
  const groups = await classGroups(tx, day)
  const passings = (
    await passingsOf(
      tx,
      voice.map((n) => n.id),
    )
  ).filter((p) => p.onDay <= day)
  const answers: Answers = new Map()
  for (const union of await unionsOf(tx, unions)) {
    const own = groups.filter((g) => stands(union, g))
    const judged = voice.flatMap((n) => {
      if (!speaksTo(n, union, own)) return []
      const told = passedOf(n, own, passings, { today: day })
      const complete = told.every((f) => f.classes.every((c) => c.first))
      return complete || (n.dueOn !== null && n.dueOn < day) ? [{ n, told }] : []
    })
    if (judged.length === 0) continue
    const late = judged.flatMap(({ n, told }) => lateRows(n, told, union))
    answers.set(union.id, {
      answers: {
        "notices-passed-down": {
          value: late.length === 0,
          on: judged.at(-1)!.n.publishedOn!,
          rows:
            late.length > 0
              ? late
              : judged.map(({ n }) => ({ id: n.id, name: n.title, note: "已逐级传达到班级" })),
        },
      },
    })
  }
  return answers
}

/** A union stands for students of its kind, a faculty's for those of its faculty. */
const stands = (u: Asking, g: ClassGroup): boolean =>
  (g.level === "undergraduate") === (u.kind === "undergraduate") &&
  (u.level === "school" || g.faculty === u.faculty)

/** What a faculty tells its own classes is no matter of the university's union. */
const speaksTo = (n: Notice, u: Asking, own: readonly ClassGroup[]): boolean =>
  !(u.level === "school" && n.faculty !== null) && own.some((g) => reachesPlace(targetsOf(n), g))

/** The university's union is told which faculties, a faculty's which classes. */
const lateRows = (n: Notice, told: readonly ToldFaculty[], u: Asking): Row[] =>
  told.flatMap((f) => {
    const late = f.classes.filter((c) => c.late)
    if (late.length === 0) return []
    const missing = late.filter((c) => !c.first).length
    const note = (one: boolean, never: boolean) =>
      `${n.title}：${one ? "" : `${late.length}个班级`}${never ? "没有传达" : "没有按时传达"}`
    return u.level === "school"
      ? [{ id: `${n.id}/${f.faculty}`, name: f.faculty, note: note(false, missing === late.length) }]
      : late.map((c) => ({ id: `${n.id}/${c.className}`, name: c.className, note: note(true, !c.first) }))
  })
