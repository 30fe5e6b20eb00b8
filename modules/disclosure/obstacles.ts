import { rowKey } from "./forms.ts"
import type { DisclosureInput } from "./input.ts"
import { type Disclosure, find } from "./shape.ts"

/** Something that stands between a draft and its review. */
export interface Obstacle {
  readonly key: string
  readonly because: string
  readonly cure: string
}

/**
 * Why a draft cannot be sent for approval yet: rows nobody has answered, sections nobody has filled in,
 * words only suggested. A row or section may be left open on purpose, with a remark that is printed.
 */
export function obstacles(input: DisclosureInput, d: Disclosure): Obstacle[] {
  const { pending } = input.own
  const leave = "补充材料，或填写说明后保留为待证明"
  const rows = find(d, "assessment").own.rows.flatMap((row) =>
    row.conclusion === "open" && !pending[rowKey(row.number)]
      ? [{ key: rowKey(row.number), because: `自评表第${row.number}项尚无结论`, cure: leave }]
      : [],
  )
  const sections = d.sections.flatMap((s): Obstacle[] => {
    if (s.kind === "assessment") return []
    const key = s.kind === "method" ? s.id : s.kind
    const found: Obstacle[] = []
    if (s.missing !== null && !pending[key])
      found.push({ key, because: `${s.heading}：${s.missing}`, cure: leave })
    if (s.kind === "method" && s.suggested)
      found.push({
        key,
        because: `${s.heading}：文字系据《意见》拟稿，尚未核定`,
        cure: "按本组织的实际做法修改或确认",
      })
    return found
  })
  return [...rows, ...sections]
}
