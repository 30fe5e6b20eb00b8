import type { Sheet } from "#kit/paper/index.ts"
import { fewest } from "#kit/server/small-numbers.ts"
import type { Shares, Tallied } from "./survey.ts"

const kinds = { single: "单选", multiple: "多选", scale: "1—5分", text: "文字" } as const

/** Results as a workbook: sums, shares, free texts. No row is one person's. */
export function sheetsOf(questions: readonly Tallied[], shares: Shares | null): Sheet[] {
  return [
    {
      name: "结果",
      columns: [
        { header: "题号", width: 6 },
        { header: "题目", width: 40 },
        { header: "题型", width: 8 },
        { header: "选项", width: 30 },
        { header: "人数", width: 8 },
        { header: "占回答人数", width: 12 },
        { header: "回答人数", width: 10 },
        { header: "平均分", width: 8 },
      ],
      rows: questions.flatMap((q, i) => {
        const head = [i + 1, q.title, kinds[q.kind]] as const
        if (q.n === null) return [[...head, `回答不足${fewest}人，不显示`, null, null, null, null]]
        if (q.kind === "text") return [[...head, "见“文字回答”", null, null, q.n, null]]
        const n = q.n
        return q.bars.map((b) => [...head, b.label, b.count, shareOf(b.count, n), n, q.average])
      }),
    },
    ...(shares ? [sharesSheet(shares)] : []),
    {
      name: "文字回答",
      columns: [
        { header: "题目", width: 40 },
        { header: "回答", width: 60 },
      ],
      rows: questions.flatMap((q) => q.texts.map((text) => [q.title, text])),
    },
  ]
}

const shareOf = (count: number, of: number): string => `${((count / of) * 100).toFixed(1)}%`

const sharesSheet = ({ asked, answered, faculties, rest }: Shares): Sheet => ({
  name: "回答情况",
  columns: [
    { header: "学院", width: 24 },
    { header: "面向人数", width: 10 },
    { header: "回答人数", width: 10 },
    { header: "比例", width: 10 },
  ],
  rows: [
    ...faculties.map((f) => [f.faculty, f.asked, f.answered, f.asked ? shareOf(f.answered, f.asked) : ""]),
    ...(rest
      ? [
          [
            `其余${rest.faculties}个学院合计`,
            rest.asked,
            rest.answered,
            rest.asked ? shareOf(rest.answered, rest.asked) : "",
          ],
        ]
      : []),
    ["合计", asked, answered, asked ? shareOf(answered, asked) : ""],
  ],
})
