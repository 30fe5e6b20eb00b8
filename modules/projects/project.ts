import { type Day, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { project } from "./schema.ts"

export type Project = typeof project.$inferSelect
export type Status = Project["status"]

/** What the presidium does to a project; the state it must be in, and the one it comes to. */
export const moves = {
  recruit: { from: ["draft"], to: "recruiting" },
  run: { from: ["draft", "recruiting"], to: "running" },
  close: { from: ["draft", "recruiting", "running"], to: "closed" },
} as const satisfies Record<string, { from: readonly Status[]; to: Status }>

export type ProjectMove = keyof typeof moves

export const stateNames: Readonly<Record<Status, string>> = {
  draft: "筹备",
  recruiting: "招募中",
  running: "进行中",
  closed: "已结项",
}

/** What must be there before a project opens. `review` is the state of its activity review, if it has one. */
export interface Ready {
  readonly review: "open" | "passed" | "refused" | "withdrawn" | null
  /** The product has the room in which activities are reviewed. */
  readonly reviewed: boolean
}

export function mayMove(p: Project, move: ProjectMove, ready: Ready): Result<Status, Refusal> {
  const { from, to } = moves[move]
  if (!(from as readonly Status[]).includes(p.status))
    return refuse("conflict", `项目${stateNames[p.status]}，不能这样办理`, { cure: "刷新后再看" })
  if (move === "close" || p.status !== "draft") return ok(to)
  if (p.classes.length + p.societies.length === 0)
    return refuse("against-clause", "项目没有登记所依托的班级和社团", {
      clause: "2.5",
      cure: "在方案中选择至少一个班级或社团",
    })
  if (p.guideDepartment && !p.guideAgreedBy)
    return refuse("against-clause", `面向全校的项目须在校级学生会指导下承办，${p.guideDepartment}尚未确认`, {
      clause: "2.4",
      cure: `请校级学生会${p.guideDepartment}负责人确认指导`,
    })
  if (p.activity && ready.review !== "passed" && (ready.reviewed || ready.review !== null))
    return refuse("against-clause", "举办活动须先经校团委审核，这项活动还没有审核通过", {
      clause: "10.4",
      cure: "在方案中提出活动申请，审核通过后再启动",
    })
  if (move === "recruit" && p.wanted === 0)
    return refuse("invalid", "方案没有写需要多少名志愿者", { at: "wanted", cure: "填写人数，或直接启动项目" })
  if (move === "run" && p.wanted > 0)
    return refuse("conflict", "需要志愿者的项目先公开招募", { clause: "3.10", cure: "先开始招募" })
  return ok(to)
}

/** Students may sign up while it recruits or runs, until the call ends. */
export const callEnds = (p: Pick<Project, "callUntil" | "endsOn">): Day => p.callUntil ?? p.endsOn

export const isCalling = (
  p: Pick<Project, "status" | "wanted" | "callUntil" | "endsOn">,
  today: Day,
): boolean => (p.status === "recruiting" || p.status === "running") && p.wanted > 0 && today <= callEnds(p)

/** 人散: past its last day and still open, its volunteers still hold posts. */
export const isOverdue = (p: Pick<Project, "status" | "endsOn">, today: Day): boolean =>
  p.status !== "closed" && p.status !== "draft" && p.endsOn < today
