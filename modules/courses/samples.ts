import { applicant, begin, by, type Procedure, procedure, step } from "@qiaoliang/procedure"
import type { Actor, Permission } from "#kit/server/actor.ts"
import {
  classes,
  faculties,
  type RoomSamples,
  sample,
  self,
  simple,
  unions,
  university,
} from "#kit/server/samples.ts"
import { courseKinds } from "../../apps/server/modules.ts"
import type { Course } from "./course.ts"
import type { CourseKind } from "./kind.ts"

const officesOf = (p: Procedure): readonly string[] => p.steps.flatMap((s) => s.by.map((b) => b.office))

/** Where each office acts in a matter of the cast's own faculty and class, or else of the school. */
const placeOf = (p: Procedure, office: string): string => {
  if (office === "class-branch") return classes.own.id
  if (office.startsWith("faculty-")) return faculties.own.id
  return office === "union" ? unionOf(p).id : university.id
}

const unionOf = (p: Procedure) =>
  officesOf(p).some((o) => o.startsWith("faculty-")) && !officesOf(p).includes("school-party")
    ? unions.own
    : unions.school

/** A matter about the person concerned, brought by somebody else, standing at a step. */
function course(p: Procedure, at = 0): Course {
  const places = Object.fromEntries(officesOf(p).map((o) => [o, placeOf(p, o)]))
  const begun = { procedure: p, places, about: [self.number], applicant: "someone" }
  return {
    ...begun,
    id: "course",
    edition: "edition",
    subject: "subject",
    title: p.title,
    unionId: unionOf(p).id,
    applicantName: "someone",
    state: { ...begin(begun, "v1", "2025-11-10"), at },
    due: null,
    openedOn: "2025-11-10",
    endedOn: null,
  }
}

/** A chain through a faculty to the university, with a public notice. */
const chain = procedure("samples.chain", "5.2", "样例程序", [
  step("asked", by(applicant), "提出"),
  step("recommended", by("faculty-league"), "学院（系）团组织推荐"),
  step("published", by("school-league"), "公示", { notice: 5 }),
  step("determined", by("school-party"), "学校党委确定"),
])
const kind: CourseKind = { module: "samples", procedure: chain }
const open: CourseKind = { ...kind, publicNotice: true }

type Reading = (actor: Actor, course: Course) => Permission
type Moving = (
  actor: Actor,
  of: { readonly course: Course; readonly kind: CourseKind },
  input: { readonly move: { readonly kind: string } },
) => Permission
type MovingMany = (actor: Actor, courses: readonly Course[]) => Permission

const pass = { move: { kind: "pass" } }
const object = { move: { kind: "object" } }
const person = "当事人"

export const samples: RoomSamples = {
  room: "办理事项",
  verbs: {
    "courses.one": sample<Reading>(
      "查看事项",
      Object.fromEntries(
        courseKinds.map((k) => [k.procedure.title, { loaded: course(k.procedure), self: person }]),
      ),
    ),
    "courses.list": simple("查看与自己有关的事项"),
    "courses.move": sample<Moving>("办理事项（各步骤由程序写明的组织办理）", {
      "学院推荐、学校确定的": { loaded: { course: course(chain, 1), kind }, input: pass, self: person },
      对全校公示提出异议: { loaded: { course: course(chain, 2), kind: open }, input: object, self: person },
      对内部公示提出异议: { loaded: { course: course(chain, 2), kind }, input: object, self: person },
    }),
    "courses.batch": sample<MovingMany>("成批办理（各步骤由程序写明的组织办理）", {
      "学院推荐、学校确定的": { loaded: [course(chain, 1)], self: person },
    }),
    "courses.procedures": simple("查看程序"),
    "courses.add-step": simple("增加步骤"),
    "courses.end-step": simple("取消增加的步骤"),
    "courses.calendar": simple("查看工作日"),
    "courses.set-day": simple("更正工作日"),
    "courses.clear-day": simple("撤销对工作日的更正"),
    "courses.ledger": simple("查看台账的末条"),
  },
}
