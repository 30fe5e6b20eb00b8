import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { UnionKind } from "#policy/vocabulary.ts"

/** For whom an activity is. Empty lists narrow nothing. */
export interface Audience {
  /** `union`: the students the host stands for; `everyone`: all of the university. */
  readonly who: "union" | "everyone"
  readonly faculties: readonly string[]
  readonly grades: readonly number[]
}

export interface Host {
  readonly name: string
  readonly level: "school" | "faculty"
  readonly kind: UnionKind
  readonly faculty: string | null
}

export interface Listener {
  readonly faculty: string
  readonly grade: number
  readonly kind: UnionKind
}

/** A graduate union's are the postgraduates (11.1), a faculty union's those of its faculty. */
export const standsFor = (host: Host, s: Listener): boolean =>
  s.kind === host.kind && (host.level === "school" || s.faculty === host.faculty)

export const kindOf = (level: string): UnionKind => (level === "undergraduate" ? "undergraduate" : "graduate")

/** Whether an activity is for this student; the refusal says for whom it is. */
export function isFor(audience: Audience, host: Host, s: Listener): Result<void, Refusal> {
  const { who, faculties, grades } = audience
  if (who === "union" && !standsFor(host, s))
    return refuse("not-allowed", `这项活动面向${host.name}所联系的同学`, { cure: "看看面向全校同学的活动" })
  if (faculties.length > 0 && !faculties.includes(s.faculty))
    return refuse("not-allowed", `这项活动面向${faculties.join("、")}同学`, {
      cure: "看看面向全校同学的活动",
    })
  if (grades.length > 0 && !grades.includes(s.grade))
    return refuse("not-allowed", `这项活动面向${grades.map((g) => `${g}级`).join("、")}同学`, {
      cure: "看看面向其他年级的活动",
    })
  return ok(undefined)
}
