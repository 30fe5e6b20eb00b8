import type { z } from "zod"
import type { Kind } from "./assembly.ts"
import type { agendaKind } from "./contract.ts"

export type AgendaKind = z.infer<typeof agendaKind>

export interface AgendaPaper {
  readonly id: string
  readonly name: string
}

/** One item of an assembly's agenda. */
export interface AgendaItem {
  readonly id: string
  readonly position: number
  readonly kind: AgendaKind
  readonly title: string
  readonly detail: string
  /** Who reports on it; empty: nobody in particular. */
  readonly reporter: string
  /** Planned; 0: not said. */
  readonly minutes: number
  readonly papers: readonly AgendaPaper[]
}

type Usual = Pick<AgendaItem, "kind" | "title" | "reporter" | "minutes">

const item = (kind: AgendaKind, title: string, minutes: number, reporter = ""): Usual => ({
  kind,
  title,
  reporter,
  minutes,
})

/** An agenda as practice has it: something to start from. A general assembly hears no credentials report. */
export const usualAgenda = (kind: Kind, union: string): readonly Usual[] => [
  item("report", `听取和审议${union}工作报告`, 30, `${union}主席团`),
  ...(kind === "congress"
    ? [item("proposals", "听取和审议提案工作报告", 15, "提案工作委员会")]
    : [item("proposals", "听取提案和建议办理情况", 15)]),
  item("charter", `审议${union}章程修正案`, 20),
  item("other", "学习全国学联代表大会精神和《关于推动高校学生会（研究生会）深化改革的若干意见》", 20),
  item("rules", "通过选举办法，通过总监票人、监票人名单", 15, "大会主席团"),
  item("election", `选举${union}新一届主席团`, 40, "大会主席团"),
  item("other", "宣布选举结果，闭幕", 10, "大会主席团"),
]
