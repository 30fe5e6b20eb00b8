import { hierarchy, tree as tidy } from "d3-hierarchy"
import {
  type Box,
  boxOf,
  type ChartOptions,
  type Line,
  lineHeight,
  type OrgNode,
  padding,
} from "./chart-box.ts"
import { escapeXml, textWidth } from "./chart-text.ts"

export type { ChartOptions, OrgNode } from "./chart-box.ts"

interface Placed {
  readonly box: Box
  readonly x: number
  readonly y: number
  readonly parent: number | null
}

const gap = { down: { sibling: 14, level: 34 }, right: { sibling: 10, level: 44 } } as const
const margin = 16

/**
 * An organisation drawn as one SVG document: white ground, black lines, so that it prints as it shows.
 * The words fit their boxes whatever they are; the drawing refers to nothing outside itself.
 */
export function organisationSvg(root: OrgNode, options: ChartOptions): string {
  const direction = options.direction ?? (root.kind === "university" ? "right" : "down")
  const { placed, width, height } = arrange(root, options, direction)
  const links = placed.map((p) => (p.parent === null ? "" : link(placed[p.parent]!, p, direction))).join("")
  const boxes = placed.map(drawBox).join("")
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(describe(root))}" font-family="'Noto Sans SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif">` +
    `<title>${escapeXml(root.name)}组织架构图</title>` +
    `<rect width="${width}" height="${height}" fill="#ffffff"/>` +
    `<g fill="none" stroke="#5b6470" stroke-width="1.2">${links}</g>${boxes}</svg>`
  )
}

/** The same organisation in one sentence, for those who cannot see the drawing. */
export function describe(root: OrgNode): string {
  const unions = collect(root, "union")
  if (root.kind === "university") return `${root.name}：${unions.map((u) => u.name).join("、")}`
  const departments = collect(root, "department").map((d) => d.name)
  const presidium = collect(root, "presidium")[0]
  const people = presidium?.groups?.reduce((n, g) => n + g.names.length, 0) ?? 0
  const head = presidium ? `主席团${people}人` : "主席团无名册"
  return `${root.name}：${head}，下设${departments.length}个工作部门${departments.length ? `：${departments.join("、")}` : ""}`
}

const collect = (node: OrgNode, kind: OrgNode["kind"]): OrgNode[] => [
  ...(node.kind === kind ? [node] : []),
  ...(node.children ?? []).flatMap((child) => collect(child, kind)),
]

function arrange(root: OrgNode, options: ChartOptions, direction: "down" | "right") {
  const nodes = hierarchy(root, (n) => n.children)
  const boxes = new Map(nodes.descendants().map((d) => [d.data, boxOf(d.data, options, direction)]))
  const across = (n: OrgNode) => (direction === "down" ? boxes.get(n)!.width : boxes.get(n)!.height)
  const along = (n: OrgNode) => (direction === "down" ? boxes.get(n)!.height : boxes.get(n)!.width)
  const { sibling, level } = gap[direction]
  const laid = tidy<OrgNode>()
    .nodeSize([1, 1])
    .separation(
      (a, b) => (across(a.data) + across(b.data)) / 2 + (a.parent === b.parent ? sibling : sibling * 2),
    )(nodes)

  const depth: number[] = []
  for (const d of laid.descendants()) depth[d.depth] = Math.max(depth[d.depth] ?? 0, along(d.data))
  const start = depth.map((_, i) => margin + depth.slice(0, i).reduce((sum, h) => sum + h + level, 0))
  const all = laid.descendants()
  const first = Math.min(...all.map((d) => d.x - across(d.data) / 2))
  const last = Math.max(...all.map((d) => d.x + across(d.data) / 2))
  const index = new Map(all.map((d, i) => [d, i]))
  const placed: Placed[] = all.map((d) => {
    const box = boxes.get(d.data)!
    const over = round(d.x - across(d.data) / 2 - first + margin)
    const from = start[d.depth]!
    const parent = d.parent ? index.get(d.parent)! : null
    return direction === "down" ? { box, x: over, y: from, parent } : { box, x: from, y: over, parent }
  })
  const length = Math.ceil((start.at(-1) ?? margin) + (depth.at(-1) ?? 0) + margin)
  const breadth = Math.ceil(last - first + 2 * margin)
  return direction === "down"
    ? { placed, width: breadth, height: length }
    : { placed, width: length, height: breadth }
}

function link(from: Placed, to: Placed, direction: "down" | "right"): string {
  if (direction === "down") {
    const [x1, y1] = [round(from.x + from.box.width / 2), from.y + from.box.height]
    const [x2, y2] = [round(to.x + to.box.width / 2), to.y]
    const middle = round(y2 - gap.down.level / 2)
    return `<path d="M${x1} ${y1}V${middle}H${x2}V${y2}"/>`
  }
  const [x1, y1] = [from.x + from.box.width, round(from.y + from.box.height / 2)]
  const [x2, y2] = [to.x, round(to.y + to.box.height / 2)]
  const middle = round(x2 - gap.right.level / 2)
  return `<path d="M${x1} ${y1}H${middle}V${y2}H${x2}"/>`
}

const ground = {
  university: { fill: "#1f3a5f", stroke: "#1f3a5f", ink: "#ffffff", faint: "#dbe4f0" },
  union: { fill: "#e8eef6", stroke: "#1f3a5f", ink: "#14253d", faint: "#46566b" },
  presidium: { fill: "#fdf6e7", stroke: "#8a6414", ink: "#3b2a06", faint: "#6a5320" },
  department: { fill: "#ffffff", stroke: "#5b6470", ink: "#1b1f24", faint: "#57606a" },
} as const

const badge = {
  violated: { fill: "#fdecea", stroke: "#b3261e", ink: "#8c1d18" },
  warning: { fill: "#fff4d6", stroke: "#8a5a00", ink: "#6b4500" },
} as const

function drawBox({ box, x, y }: Placed): string {
  const look = ground[box.node.kind]
  const centre = round(x + box.width / 2)
  let top = y + padding.y
  const words = box.lines.map((line) => {
    const height = lineHeight(line)
    const drawn = drawLine(line, centre, top, height, look)
    top += height
    return drawn
  })
  return `<g><rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="4" fill="${look.fill}" stroke="${look.stroke}"/>${words.join("")}</g>`
}

function drawLine(
  line: Line,
  centre: number,
  top: number,
  height: number,
  look: (typeof ground)[keyof typeof ground],
): string {
  const base = round(top + height / 2 + line.size * 0.36)
  const text = (ink: string, weight = "") =>
    `<text x="${centre}" y="${base}" font-size="${line.size}" text-anchor="middle" fill="${ink}"${weight}>${escapeXml(line.text)}</text>`
  if (line.tone === "strong") return text(look.ink, ' font-weight="700"')
  if (line.tone === "plain") return text(look.ink)
  if (line.tone === "faint") return text(look.faint)
  const mark = badge[line.tone]
  const width = Math.ceil(textWidth(line.text, line.size) + 12)
  return (
    `<rect x="${round(centre - width / 2)}" y="${round(top + 1.5)}" width="${width}" height="${round(height - 3)}" rx="3" fill="${mark.fill}" stroke="${mark.stroke}"/>` +
    text(mark.ink, ' font-weight="700"')
  )
}

const round = (n: number): number => Math.round(n * 10) / 10
