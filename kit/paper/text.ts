import { type ArrangedBlock, arrange } from "./arrange.ts"
import type { GridRow } from "./grid.ts"
import type { Paper } from "./paper.ts"
import { plain } from "./words.ts"

/** The paper as plain text, one row of a table a line: for diffs, searches and tests. */
export function toText(paper: Paper): string {
  const page = arrange(paper)
  const head = [
    page.title,
    page.subtitle,
    page.number,
    ...page.meta.map(([label, value]) => `${label}：${value}`),
  ]
  return `${[...head.filter(Boolean), ...page.blocks.flatMap(lines), page.footer].filter(Boolean).join("\n")}\n`
}

function lines(block: ArrangedBlock): string[] {
  switch (block.kind) {
    case "heading":
      return [block.text]
    case "text":
      return [(block.indent ? "　　" : "") + plain(block.runs)]
    case "table":
      return [block.caption, ...block.head.map(row), ...block.body.map(row)]
    case "list":
      return block.items.map((item, i) => (block.ordered ? `${i + 1}. ` : "· ") + plain(item))
    case "figure":
      return [`［图：${block.alt}］`, block.caption]
    case "signatures":
      return block.boxes.flatMap((box) => [box.label, box.opinion, ...box.lines, ...box.close])
    case "note":
      return [block.text]
    case "break":
      return []
  }
}

const row = ({ cells }: GridRow): string =>
  cells.map((cell) => plain(cell.runs).replaceAll("\n", " ")).join(" | ")
