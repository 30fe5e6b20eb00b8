import { selfContained } from "./drawing.ts"
import { type Grid, grid } from "./grid.ts"
import { boxHeight } from "./measure.ts"
import type { Align, Block, Paper, Run, SignatureBox } from "./paper.ts"
import { printable, runsOf } from "./words.ts"

/**
 * The paper with every shorthand written out and every text made printable, so that the four printers
 * (docx, pdf, html, text) decide nothing but how it looks. Plain JSON: the PDF template reads it as data.
 */
export interface Arranged {
  readonly title: string
  readonly subtitle: string
  readonly number: string
  readonly meta: readonly (readonly [label: string, value: string])[]
  readonly blocks: readonly ArrangedBlock[]
  readonly footer: string
  readonly orientation: "portrait" | "landscape"
  readonly page: "document" | "form"
  readonly watermark: string
  readonly about: { author: string; subject: string; keywords: readonly string[]; date: string }
}

export type ArrangedBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string; readonly id: string }
  | { readonly kind: "text"; readonly runs: readonly Run[]; readonly indent: boolean; readonly align: Align }
  | ({
      readonly kind: "table"
      readonly caption: string
      readonly small: boolean
      readonly name: string
    } & Grid)
  | { readonly kind: "list"; readonly items: readonly (readonly Run[])[]; readonly ordered: boolean }
  | {
      readonly kind: "figure"
      readonly svg: string
      readonly widthMm: number
      readonly caption: string
      readonly alt: string
    }
  | { readonly kind: "signatures"; readonly boxes: readonly ArrangedBox[] }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "break" }

export interface ArrangedBox {
  readonly label: string
  readonly opinion: string
  readonly lines: readonly string[]
  /** The last lines of the box, from the seal and the date. */
  readonly close: readonly string[]
  readonly seal: boolean
  /** Millimetres, at least. */
  readonly height: number
}

/** Throws on a paper that cannot be laid out: cells beyond the columns, drawings that reach outside. */
export function arrange(paper: Paper): Arranged {
  let section = ""
  const blocks: ArrangedBlock[] = []
  for (const [i, block] of paper.blocks.entries()) {
    if (block.kind === "heading") section = printable(block.text)
    blocks.push(arranged(block, i + 1, section, paper))
  }
  return {
    title: printable(paper.title),
    subtitle: printable(paper.subtitle ?? ""),
    number: printable(paper.number ?? ""),
    meta: Object.entries(paper.meta ?? {}).map(([label, value]) => [printable(label), printable(value)]),
    blocks,
    footer: printable(paper.footer ?? "").replaceAll("\n", " "),
    orientation: paper.orientation ?? "portrait",
    page: paper.page ?? "document",
    watermark: printable(paper.watermark ?? ""),
    about: {
      author: printable(paper.about?.author ?? ""),
      subject: printable(paper.about?.subject ?? ""),
      keywords: (paper.about?.keywords ?? []).map(printable),
      date: paper.about?.date ?? "",
    },
  }
}

/** `section`: the heading this block stands under, which names a table without a caption. */
function arranged(block: Block, number: number, section: string, paper: Paper): ArrangedBlock {
  switch (block.kind) {
    case "heading":
      return {
        kind: "heading",
        level: block.level,
        text: printable(block.text),
        id: block.id ?? `section-${number}`,
      }
    case "text": {
      const align = block.align ?? "left"
      return { kind: "text", runs: runsOf(block.runs), align, indent: block.indent ?? align === "left" }
    }
    case "table": {
      const caption = printable(block.caption ?? "")
      return {
        kind: "table",
        caption,
        small: block.small ?? false,
        name: caption || section || printable(paper.title),
        ...grid(block, paper),
      }
    }
    case "list":
      return { kind: "list", items: block.items.map(runsOf), ordered: block.ordered ?? false }
    case "figure":
      return {
        kind: "figure",
        svg: selfContained(block.svg),
        widthMm: block.widthMm,
        caption: printable(block.caption),
        alt: printable(block.alt),
      }
    case "signatures":
      return { kind: "signatures", boxes: block.boxes.map(box) }
    case "note":
      return { kind: "note", text: printable(block.text) }
    case "break":
      return { kind: "break" }
  }
}

const emptyDate = "　　年　　月　　日"

function box(box: SignatureBox): ArrangedBox {
  const date = box.date === true ? emptyDate : box.date ? printable(box.date) : ""
  return {
    label: printable(box.label),
    opinion: printable(box.opinion ?? ""),
    lines: (box.lines ?? []).map(printable),
    close: [...(box.seal ? ["（盖章）"] : []), ...(date ? [date] : [])],
    seal: box.seal ?? false,
    height: boxHeight(box.seal ?? false),
  }
}
