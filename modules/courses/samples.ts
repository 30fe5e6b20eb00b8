import { applicant, begin, by, procedure, step } from "@qiaoliang/procedure"
import type { Actor, Permission } from "#kit/server/actor.ts"
import { faculties, type RoomSamples, sample, self, simple, university } from "#kit/server/samples.ts"
import type { Course } from "./course.ts"
import type { CourseKind } from "./kind.ts"

/** A chain through a faculty to the university, of which each office has a part. */
const chain = procedure("samples.chain", "5.2", "样例程序", [
  step("asked", by(applicant), "提出"),
  step("recommended", by("faculty-league"), "学院（系）团组织推荐"),
  step("published", by("school-league"), "公示", { notice: 5 }),
  step("determined", by("school-party"), "学校党委确定"),
])

const places = {
  "faculty-league": faculties.own.id,
  "school-league": university.id,
  "school-party": university.id,
}

/** A matter about the person concerned, brought by somebody else. */
const course = (at: number, brought: string = "someone"): Course => ({
  id: "course",
  procedure: chain,
  edition: "edition",
  subject: "subject",
  title: "样例事项",
  unionId: null,
  places,
  about: [self.number],
  applicant: brought,
  applicantName: brought,
  state: {
    ...begin({ procedure: chain, places, about: [self.number], applicant: brought }, "v1", "2025-11-10"),
    at,
  },
  due: null,
  openedOn: "2025-11-10",
  endedOn: null,
})

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

export const samples: RoomSamples = {
  room: "办理事项",
  verbs: {
    "courses.one": sample<Reading>("查看事项", {
      本学院团组织推荐的: { loaded: course(1), self: "当事人" },
    }),
    "courses.list": simple("查看与自己有关的事项"),
    "courses.move": sample<Moving>("办理事项（各步骤由程序写明的组织办理）", {
      本学院团组织推荐的: { loaded: { course: course(1), kind }, input: pass, self: "当事人" },
      对公示提出异议: { loaded: { course: course(2), kind: open }, input: object, self: "当事人" },
      对不向全校公示的提出异议: { loaded: { course: course(2), kind }, input: object, self: "当事人" },
    }),
    "courses.batch": sample<MovingMany>("成批办理（各步骤由程序写明的组织办理）", {
      本学院团组织推荐的: { loaded: [course(1)], self: "当事人" },
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
