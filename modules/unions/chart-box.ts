import type { Verdict } from "@qiaoliang/clause"
import { pack, textWidth, wrap } from "./chart-text.ts"

/** Something in the organisation, and what stands below it. */
export interface OrgNode {
  readonly id: string
  readonly kind: "university" | "union" | "presidium" | "department"
  readonly name: string
  /** Who is in it, by rank within it: 负责人, 成员. */
  readonly groups?: readonly { readonly label: string; readonly names: readonly string[] }[]
  readonly note?: string
  readonly findings?: readonly { readonly clause: string; readonly verdict: Verdict }[]
  readonly children?: readonly OrgNode[]
}

export interface ChartOptions {
  /** Print people's names; otherwise how many they are. */
  readonly names: boolean
  /** Mark where a clause is violated or a warning stands. */
  readonly findings: boolean
  /** From the top down, or from left to right. Default: down for a union, right for a university. */
  readonly direction?: "down" | "right"
}

export interface Line {
  readonly text: string
  readonly size: number
  readonly tone: "strong" | "plain" | "faint" | "violated" | "warning"
}

/** A node with its words broken into lines, measured in pixels. */
export interface Box {
  readonly node: OrgNode
  readonly width: number
  readonly height: number
  readonly lines: readonly Line[]
}

const inner = {
  down: { university: 360, union: 320, presidium: 300, department: 92 },
  right: { university: 180, union: 210, presidium: 300, department: 300 },
} as const

const padding = { x: 10, y: 9 }
export const lineHeight = (line: Line): number =>
  Math.round(line.size * (line.tone === "violated" || line.tone === "warning" ? 1.75 : 1.5))

/** A node's box: the same for every node of its kind in one chart, so that columns stand straight. */
export function boxOf(node: OrgNode, options: ChartOptions, direction: "down" | "right"): Box {
  const most = inner[direction][node.kind]
  const lines = [
    ...nameLines(node, most),
    ...peopleLines(node, options, direction, most),
    ...markLines(node, options, most),
  ]
  const widest = Math.max(
    ...lines.map((l) => textWidth(l.text, l.size) + (l.tone === "violated" || l.tone === "warning" ? 10 : 0)),
  )
  const fixed = direction === "right" || node.kind === "department"
  return {
    node,
    lines,
    width: Math.ceil((fixed ? most : Math.min(most, Math.max(widest, 120))) + 2 * padding.x),
    height: Math.ceil(lines.reduce((sum, l) => sum + lineHeight(l), 0) + 2 * padding.y),
  }
}

export { padding }

function nameLines(node: OrgNode, most: number): Line[] {
  const size = node.kind === "university" ? 17 : node.kind === "union" ? 15 : 13
  const lines: Line[] = wrap(node.name, size, most).map((text) => ({ text, size, tone: "strong" }))
  if (node.note) for (const text of wrap(node.note, 11, most)) lines.push({ text, size: 11, tone: "faint" })
  return lines
}

function peopleLines(
  node: OrgNode,
  options: ChartOptions,
  direction: "down" | "right",
  most: number,
): Line[] {
  const lines: Line[] = []
  for (const { label, names } of node.groups ?? []) {
    if (!options.names) {
      const text = label ? `${label}${names.length}人` : `${names.length}人`
      lines.push({ text, size: 11.5, tone: "plain" })
      continue
    }
    if (names.length === 0) continue
    if (direction === "down") {
      if (label) lines.push({ text: label, size: 10.5, tone: "faint" })
      for (const text of pack(names, "　", 12, most)) lines.push({ text, size: 12, tone: "plain" })
    } else {
      const head = label ? [`${label}：${names[0]}`, ...names.slice(1)] : names
      for (const text of pack(head, "、", 12, most)) lines.push({ text, size: 12, tone: "plain" })
    }
  }
  return lines
}

const told = { violated: "违反", warning: "提示" } as const

/** The worse mark first; each says its clauses in words, so that nothing rests on colour. */
function markLines(node: OrgNode, options: ChartOptions, most: number): Line[] {
  if (!options.findings) return []
  const lines: Line[] = []
  for (const tone of ["violated", "warning"] as const) {
    const clauses = [...new Set(node.findings?.filter((f) => f.verdict === tone).map((f) => f.clause))]
    if (clauses.length === 0) continue
    for (const text of pack([`${told[tone]} ${clauses[0]}`, ...clauses.slice(1)], "、", 11, most - 10))
      lines.push({ text, size: 11, tone })
  }
  return lines
}
