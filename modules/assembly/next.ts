import { stepAt } from "@qiaoliang/procedure"
import { type Course, caseOf, nameOf } from "#modules/courses/index.ts"
import type { Assembly } from "./assembly.ts"
import type { Ready } from "./readiness.ts"
import { dutyNames } from "./team.ts"

/** The one thing that comes next, who does it, and where. */
export interface Next {
  readonly says: string
  readonly who: string
  readonly href: string
}

const needed = (step: string, all: readonly Ready[]): readonly Ready[] =>
  step === "committee" ? all.filter((r) => r.key === "committee") : step === "ready" ? all : []

/** What is missing for the step comes before the step. */
export function nextOf(a: Assembly, course: Course | undefined, readiness: readonly Ready[]): Next | null {
  const href = `/office/assemblies/${a.id}`
  const committee = dutyNames.preparatory.body
  switch (a.state) {
    case "preparing": {
      const step = course && stepAt(caseOf(course), course.state)
      if (!course || !step) return null
      const missing = needed(step.id, readiness).find((r) => !r.ready)
      if (missing)
        return {
          says: `${missing.title}：${missing.says}`,
          who: missing.key === "committee" ? "主席团和团组织" : committee,
          href: missing.href,
        }
      const who = step.by.map((b) => (b.office === "applicant" ? course.applicantName : nameOf(b))).join("、")
      return { says: step.label, who, href: `${href}#course` }
    }
    case "convened":
      return {
        says: "签到并开幕",
        who: `${dutyNames.presiding.body}${dutyNames.presiding.lead}`,
        href: `/office/hall/${a.id}`,
      }
    case "open":
      return { says: "大会正在进行", who: dutyNames.presiding.body, href: `/office/hall/${a.id}` }
    case "closed":
      return { says: "选举结果报批、备案", who: committee, href: `/office/elections/of/${a.id}` }
    case "cancelled":
      return null
  }
}
