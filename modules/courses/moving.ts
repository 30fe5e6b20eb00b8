import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { advance, begin, type Move, withExtra } from "@qiaoliang/procedure"
import type { Capacity } from "#kit/server/actor.ts"
import { appendToLedger } from "#kit/server/ledger.ts"
import type { Ctx } from "#kit/server/world.ts"
import { calendarOf } from "./calendar.ts"
import { type Course, caseOf, type RecordedMove } from "./course.ts"
import { keepEdition } from "./editions.ts"
import { extrasOn } from "./extras.ts"
import { actsIn, moverOf } from "./holdings.ts"
import type { CourseKind } from "./kind.ts"
import { courseById, insertCourse, saveState, stateHash } from "./store.ts"

/** The topic of courses in the ledger. */
export const topic = "course"

export interface Beginning {
  /** Id of the noun it is about, in its own room. */
  readonly subject: string
  readonly title: string
  /** SHA-256 of the document that will be decided on, or whatever names its version. */
  readonly version: string
  readonly places: Readonly<Record<string, string>>
  /** Numbers of the people it is about; none of them takes a step. */
  readonly about: readonly string[]
  readonly unionId?: string
  /** Whoever brings it, where it is not the person acting (a batch from a list). */
  readonly applicant?: { readonly number: string; readonly name: string }
}

/** Begin a course under the procedure as it reads today, the university's extra steps included. */
export async function beginCourse(ctx: Ctx, kind: CourseKind, b: Beginning): Promise<Course> {
  const procedure = (await extrasOn(ctx.tx, kind.procedure.id, ctx.today)).reduce(
    (p, extra) => withExtra(p, extra.after, extra.step),
    kind.procedure,
  )
  const who = b.applicant ?? { number: ctx.actor.number, name: ctx.actor.name }
  const at = {
    procedure,
    places: {
      ...universityPlaces(
        ctx,
        procedure.steps.flatMap((s) => s.by.map((x) => x.office)),
      ),
      ...b.places,
    },
    about: b.about,
    applicant: who.number,
  }
  const course: Course = {
    id: newId(ctx.now.getTime()),
    ...at,
    edition: await keepEdition(ctx.tx, procedure, ctx.now),
    subject: b.subject,
    title: b.title,
    unionId: b.unionId ?? null,
    applicantName: who.name,
    state: begin(at, b.version, ctx.today),
    due: null,
    openedOn: ctx.today,
    endedOn: null,
  }
  await insertCourse(ctx.tx, course)
  await record(ctx, course, { kind: "begin", version: b.version }, "", {
    procedure: procedure.id,
    edition: course.edition,
    subject: b.subject,
    places: at.places,
    about: b.about,
    applicant: who.number,
  })
  return course
}

/** University offices act for the whole university; the other places are said by the room. */
const universityPlaces = (ctx: Ctx, offices: readonly string[]): Record<string, string> =>
  Object.fromEntries(offices.map((office) => [office, ctx.university.id]))

/** Make one move as the person acting: by the procedure, then by the room; recorded, then what follows from it. */
export async function moveCourse(
  ctx: Ctx,
  kind: CourseKind,
  id: string,
  move: Move,
): Promise<Result<Course, Refusal>> {
  const course = await courseById(ctx.tx, id, true)
  if (!course || course.procedure.id !== kind.procedure.id) return refuse("not-found", "没有这个事项")
  const today = { on: ctx.today, works: await calendarOf(ctx.tx) }
  const next = advance(caseOf(course), course.state, move, moverOf(ctx.actor), today)
  if (!next.ok) return next
  const guarded = (await kind.guard?.(ctx, course, move)) ?? ok(undefined)
  if (!guarded.ok) return guarded
  const moved = await saveState(ctx.tx, { ...course, state: next.value }, ctx.today)
  await record(ctx, moved, asAsked(course, move), nameOf(actsIn(ctx.actor, course, move)))
  await kind.moved?.(ctx, moved, move)
  await ctx.emit("course.moved", { course: moved, move })
  return ok(moved)
}

/** Of the words given, those the step asks for: nothing else enters the ledger. */
function asAsked(course: Course, move: Move): Move {
  if (move.kind !== "pass" || !move.says) return move
  const { says, ...bare } = move
  const asks = course.procedure.steps.find((s) => s.id === move.step)?.asks ?? []
  const told = asks.flatMap(({ key }) => (says[key]?.trim() ? [[key, says[key].trim()] as const] : []))
  return told.length > 0 ? { ...bare, says: Object.fromEntries(told) } : bare
}

const nameOf = (held: Capacity | undefined): string => (held ? `${held.officeName} ${held.title}` : "")

async function record(
  ctx: Ctx,
  course: Course,
  move: Move | { kind: "begin"; version: string },
  capacity: string,
  more: Record<string, unknown> = {},
): Promise<void> {
  const body: RecordedMove = {
    ...move,
    number: ctx.actor.number,
    name: ctx.actor.name,
    capacity,
    on: ctx.today,
    state: stateHash(course.state),
  }
  await appendToLedger(ctx.tx, [{ topic, subject: course.id, at: ctx.now, body: { ...body, ...more } }])
}
