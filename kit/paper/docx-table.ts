import {
  BorderStyle,
  HeightRule,
  type IParagraphOptions,
  LineRuleType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx"
import type { ArrangedBlock, ArrangedBox } from "./arrange.ts"
import { aligned, face, half, paragraph, points, runs, twips, words } from "./docx-words.ts"
import { officialFont } from "./fonts.ts"
import type { GridCell, GridRow } from "./grid.ts"
import { pitch, size } from "./measure.ts"

type TableBlock = Extract<ArrangedBlock, { kind: "table" }>

const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}

const spacing = (pt: number) => ({ line: points(pt), lineRule: LineRuleType.EXACT, before: 0, after: 0 })

/** `width` of the type area in millimetres. */
export function table(block: TableBlock, width: number): Table {
  const whole = twips(width)
  const widths = block.columns.map((column) => Math.round(column.share * whole))
  const type = { size: half(block.small ? size.五号 : size.小四), font: face(officialFont.body) }
  const rhythm: IParagraphOptions = {
    spacing: spacing(block.small ? pitch.small : pitch.table),
    autoSpaceEastAsianText: false,
  }
  const cell = (cell: GridCell, row: GridRow): TableCell =>
    new TableCell({
      columnSpan: cell.colspan,
      rowSpan: cell.rowspan,
      verticalAlign: VerticalAlignTable.CENTER,
      width: {
        size: widths.slice(cell.column, cell.column + cell.colspan).reduce((sum, w) => sum + w, 0),
        type: WidthType.DXA,
      },
      ...(cell.shade ? { shading: { fill: "F0F0F0" } } : {}),
      children: [
        paragraph(runs(cell.runs, cell.heading ? { ...type, font: face(officialFont.heading) } : type), {
          ...rhythm,
          alignment: aligned(cell.align),
          // A group's heading stays on the page of its first row.
          ...(row.group ? { keepNext: true } : {}),
        }),
      ],
    })
  const row = (row: GridRow, head: boolean): TableRow =>
    new TableRow({
      ...(head ? { tableHeader: true } : {}),
      ...(head || !row.breaks ? { cantSplit: true } : {}),
      children: row.cells.map((one) => cell(one, row)),
    })
  const pad = block.small ? { side: 1.2, edge: 1.1 } : { side: 1.8, edge: 1.5 }
  return new Table({
    rows: [...block.head.map((one) => row(one, true)), ...block.body.map((one) => row(one, false))],
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders,
    margins: { left: twips(pad.side), right: twips(pad.side), top: twips(pad.edge), bottom: twips(pad.edge) },
  })
}

/** One row a box: whose opinion on the left, room to write, sign and seal on the right. */
export function signatures(boxes: readonly ArrangedBox[], width: number): Table {
  const whole = twips(width)
  const label = Math.round(whole * 0.22)
  const type = { size: half(size.小四), font: face(officialFont.body) }
  const rhythm = spacing(pitch.table)
  const row = (box: ArrangedBox): TableRow => {
    const height = (box.height * 72) / 25.4
    const opinion = box.opinion === "" ? 0 : box.opinion.split("\n").length
    const closing = [
      ...box.lines.map((text) => ({ text, room: 36 })),
      ...box.close.map((text) => ({ text, room: 6 })),
    ]
    // Word cannot fill a cell from both ends: the space before the first line to sign pushes it down.
    const drop = Math.max(6, height - 16 - pitch.table * (opinion + closing.length + (opinion === 0 ? 1 : 0)))
    return new TableRow({
      cantSplit: box.opinion.length <= 600,
      height: { value: points(height), rule: HeightRule.ATLEAST },
      children: [
        new TableCell({
          width: { size: label, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [paragraph(words(box.label, type), { spacing: rhythm, alignment: aligned("center") })],
        }),
        new TableCell({
          width: { size: whole - label, type: WidthType.DXA },
          children: [
            paragraph(words(box.opinion, type), { spacing: rhythm }),
            ...closing.map(({ text, room }, i) =>
              paragraph(words(text, type), {
                spacing: { ...rhythm, before: i === 0 ? points(drop) : 0 },
                alignment: aligned("right"),
                indent: { right: twips(room) },
              }),
            ),
          ],
        }),
      ],
    })
  }
  return new Table({
    rows: boxes.map(row),
    width: { size: whole, type: WidthType.DXA },
    columnWidths: [label, whole - label],
    layout: TableLayoutType.FIXED,
    borders,
    margins: { left: twips(2.5), right: twips(2.5), top: twips(2.5), bottom: twips(2.5) },
  })
}
