import type { Calendar, Day } from "@qiaoliang/basics"
import {
  type By,
  draw,
  noticeEnds,
  type Offer,
  offer,
  type Procedure,
  type State,
} from "@qiaoliang/procedure"
import type { z } from "zod"
import type { Actor } from "#kit/server/actor.ts"
import type { Recorded } from "#kit/server/ledger.ts"
import { offices } from "#policy/offices.ts"
import type { courseView, stepView } from "./contract.ts"
import { type Course, type CourseLabel, caseOf, type RecordedMove } from "./course.ts"
import { actsIn, moverOf } from "./holdings.ts"
import type { CourseKind } from "./kind.ts"

const names = new Map<string, string>([
  ...offices.map((o) => [o.kind, o.name] as const),
  ["applicant", "申请人"],
  ["union", "学生会"],
])

/** 校团委专职副书记, where the step is for the designated one (10.3). */
export const nameOf = (by: By): string =>
  by.only === "designated"
    ? `${names.get(by.office) ?? by.office}专职副书记`
    : (names.get(by.office) ?? by.office)

export const hrefOf = (course: CourseLabel, kind: CourseKind | undefined): string =>
  kind?.href?.(course) ?? `/office/courses/${course.id}`

/** The steps as they are drawn; of a course, with who signed by `names` (number → name). */
export const presentSteps = (
  p: Procedure,
  s?: State,
  names: ReadonlyMap<string, string> = new Map(),
): z.output<typeof stepView>[] =>
  draw(p, s).map((d) => ({
    ...d,
    offices: d.offices.map(({ by, signed }) => {
      const signature = s?.signed.find((g) => g.step === d.id && g.office === by.office)
      const name = signature && names.get(signature.by)
      return { name: nameOf(by), signed, ...(name ? { by: name, on: signature.on } : {}) }
    }),
  }))

export function presentCourse(
  course: Course,
  moves: readonly Recorded<RecordedMove>[],
  kind: CourseKind | undefined,
  viewer: { actor: Actor; today: Day; works: Calendar; inChain: boolean },
): z.output<typeof courseView> {
  const { actor, today, works, inChain } = viewer
  const { state, procedure } = course
  const label = (id: string | undefined) => procedure.steps.find((s) => s.id === id)?.label ?? null
  const asked = new Map(procedure.steps.flatMap((s) => (s.asks ?? []).map((a) => [a.key, a.label])))
  // The people it is about read what was decided, not who objected.
  const decides = inChain && !course.about.includes(actor.number) && course.applicant !== actor.number
  return {
    id: course.id,
    title: course.title,
    procedure: { id: procedure.id, title: procedure.title, clause: procedure.clause },
    subject: course.subject,
    href: hrefOf(course, kind),
    status: state.status,
    applicant: course.applicantName,
    openedOn: course.openedOn,
    endedOn: course.endedOn,
    since: state.since,
    due: course.due,
    overdue: course.due !== null && state.status === "open" && course.due < today,
    noticeEnds: noticeEnds(caseOf(course), state, works) ?? null,
    version: state.version,
    steps: presentSteps(procedure, state, new Map(moves.map(({ body }) => [body.number, body.name]))),
    objections: state.objections.map((o) => ({
      id: o.id,
      because: o.because,
      on: o.on,
      answer: o.settled?.because ?? null,
      answeredOn: o.settled?.on ?? null,
    })),
    moves: moves.map(({ seq, at, body: m }) => ({
      seq,
      kind: m.kind,
      step: label(m.step),
      to: label(m.to),
      name: m.kind === "object" && !decides ? null : m.name,
      capacity: m.capacity,
      at: at.toISOString(),
      on: m.on,
      because: m.because?.trim() || null,
      says: Object.entries(m.says ?? {}).flatMap(([key, text]) =>
        text.trim() ? [{ label: asked.get(key) ?? key, text }] : [],
      ),
    })),
    offers: offer(caseOf(course), state, moverOf(actor), { on: today, works }).map((o) => {
      const held = heldFor(actor, course, o)
      return {
        kind: o.kind,
        clause: o.clause,
        ...(o.step ? { step: o.step } : {}),
        ...(o.label ? { label: o.label } : {}),
        ...(o.office ? { office: o.office } : {}),
        ...(held ? { capacity: `${held.officeName} ${held.title}` } : {}),
        ...(o.to ? { to: o.to.map((id) => ({ id, label: label(id) ?? id })) } : {}),
        ...(o.asks ? { asks: [...o.asks] } : {}),
        ...(o.objections ? { objections: [...o.objections] } : {}),
      }
    }),
  }
}

/** The post in which an offer would be taken; a withdrawal, an objection and a change of the papers need none. */
function heldFor(actor: Actor, course: Course, o: Offer) {
  return o.step === undefined || o.kind === "object" ? undefined : actsIn(actor, course, o)
}
