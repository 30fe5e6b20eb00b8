import { type State, unsigned } from "./course.ts"
import type { By, Procedure } from "./procedure.ts"

/** One step as the page draws it. */
export interface Drawn {
  readonly id: string
  readonly label: string
  readonly offices: readonly { readonly by: By; readonly signed: boolean }[]
  readonly stage: "done" | "here" | "ahead"
  readonly extra: boolean
  readonly notice?: number
  readonly clause: string
}

/** The steps in order, and where a course stands among them. */
export function draw(p: Procedure, s?: State): Drawn[] {
  return p.steps.map((step, i) => {
    const open = s ? unsigned(step, s) : step.by
    const here = s?.status === "open" && s.at === i
    return {
      id: step.id,
      label: step.label,
      offices: step.by.map((b) => ({ by: b, signed: !open.includes(b) })),
      stage: here ? "here" : s && s.at > i ? "done" : "ahead",
      extra: step.extra === true,
      ...(step.notice === undefined ? {} : { notice: step.notice }),
      clause: step.clause ?? p.clause,
    }
  })
}

/** The same as a Mermaid flow chart, for documents. `name` says what an office is called. */
export function mermaid(p: Procedure, name: (by: By) => string): string {
  const lines = p.steps.map((step) => {
    const offices = step.by.map(name).join("、")
    const notice = step.notice === undefined ? "" : `<br/>公示${step.notice}个工作日`
    const box = `${offices}<br/>${step.label}${notice}`
    return step.by.length > 1 ? `  ${nodeId(step.id)}[["${box}"]]` : `  ${nodeId(step.id)}["${box}"]`
  })
  const arrows = p.steps.slice(1).map((step, i) => `  ${nodeId(p.steps[i]!.id)} --> ${nodeId(step.id)}`)
  return ["flowchart LR", ...lines, ...arrows].join("\n")
}

const nodeId = (id: string) => id.replaceAll("-", "_")
