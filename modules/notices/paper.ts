import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Block, Paper } from "#kit/paper/paper.ts"

export interface Printed {
  readonly title: string
  readonly text: string
  readonly files: readonly string[]
  readonly sender: string
  readonly on: Day
  /** Whom it is written to, e.g. `全体同学`. */
  readonly to: string
}

const text = (runs: string, indent = true): Block => ({
  kind: "text",
  runs,
  ...(indent ? {} : { indent: false }),
})

/** A notice as an official document without the red head: title, whom to, text, annexes, who and when. */
export const noticePaper = (n: Printed): Paper => ({
  title: n.title,
  blocks: [
    text(`${n.to}：`, false),
    ...n.text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => text(line)),
    ...n.files.map((name, at) =>
      text(`${at === 0 ? "附件：" : "　　　"}${n.files.length > 1 ? `${at + 1}. ` : ""}${name}`),
    ),
    { kind: "text", align: "right", indent: false, runs: `${n.sender}\n${chineseDay(n.on)}` },
  ],
  footer: n.sender,
  about: { author: n.sender, subject: "通知", date: n.on },
})
