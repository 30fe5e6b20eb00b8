import { type Day, weekdays } from "@qiaoliang/basics"
import { by, type Case, type Holding, jointly, type Mover, procedure, step } from "./index.ts"

/** The chain of 5.2, with a public notice after the joint review. */
export const chain = procedure("test.chain", "5.2", "校级主席团候选人", [
  step("recommended", by("faculty-league"), "学院（系）团组织推荐", {
    days: 3,
    asks: [{ key: "conduct", label: "品行评价", min: 4, max: 200 }],
  }),
  step("agreed", by("faculty-party"), "学院（系）党组织同意", { days: 3 }),
  step("reviewed", jointly("student-affairs", "school-league"), "联合审查", { days: 5 }),
  step("published", by("school-league"), "公示", { notice: 3, clause: "5.3" }),
  step("determined", by("school-party"), "报学校党委确定"),
])

/** A request: the applicant's own step first, reviewed by the one who is designated. */
export const request = procedure(
  "test.request",
  "10.4",
  "活动审核",
  [
    step("submitted", by("applicant"), "提出申请"),
    step("reviewed", by("school-league", "designated"), "审核"),
  ],
  { reopens: true },
)

export const caseOf = (of: typeof chain, more: Partial<Case> = {}): Case => ({
  procedure: of,
  places: {
    "faculty-league": "文学院",
    "faculty-party": "文学院",
    "student-affairs": "本校",
    "school-league": "本校",
    "school-party": "本校",
  },
  about: ["S1"],
  applicant: "S1",
  ...more,
})

const post = (office: string, place: string, ...marks: string[]): Holding => ({ office, place, marks })

export const people = {
  student: { number: "S1", holds: [] },
  stranger: { number: "S2", holds: [] },
  league: { number: "F1", holds: [post("faculty-league", "文学院")] },
  otherLeague: { number: "F9", holds: [post("faculty-league", "理学院")] },
  party: { number: "P1", holds: [post("faculty-party", "文学院")] },
  affairs: { number: "A1", holds: [post("student-affairs", "本校")] },
  committee: { number: "L1", holds: [post("school-league", "本校")] },
  deputy: { number: "L2", holds: [post("school-league", "本校", "designated")] },
  /** 9.2: the League's secretary is also deputy head of student affairs. */
  both: { number: "B1", holds: [post("school-league", "本校"), post("student-affairs", "本校")] },
  top: { number: "C1", holds: [post("school-party", "本校")] },
  /** The candidate holds the post that recommends. */
  ownLeague: { number: "S1", holds: [post("faculty-league", "文学院")] },
} as const satisfies Record<string, Mover>

/** 2025-11-17 is a Monday. */
export const day = (on: Day) => ({ on, works: weekdays })
