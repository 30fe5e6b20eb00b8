import {
  AlignmentType,
  ExternalHyperlink,
  type IFontAttributesProperties,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx"
import { officialFont } from "./fonts.ts"
import type { Align, Run } from "./paper.ts"
import { tick } from "./paper.ts"

/** Letters and digits in Times, everything else (the quotation marks “” too, hence the hint) in this font. */
export const face = (eastAsia: string): IFontAttributesProperties => ({
  ascii: officialFont.latin,
  hAnsi: officialFont.latin,
  cs: officialFont.latin,
  eastAsia,
  hint: "eastAsia",
})

/** The boxes of a choice in one font, so that ☑ and □ have the same size. */
const tickFace: IFontAttributesProperties = {
  ascii: "Segoe UI Symbol",
  hAnsi: "Segoe UI Symbol",
  eastAsia: "Segoe UI Symbol",
  hint: "eastAsia",
}

export const alignment = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const
export const aligned = (align: Align) => alignment[align]

const colours = { red: "C00000", grey: "595959" } as const

/** One text with its line breaks, in the look given. */
export const words = (text: string, look: IRunOptions = {}): TextRun[] =>
  text.split("\n").map((line, i) => new TextRun({ ...look, text: line, ...(i > 0 ? { break: 1 } : {}) }))

export const runs = (list: readonly Run[], look: IRunOptions = {}): ParagraphChild[] =>
  list.flatMap((run): ParagraphChild[] => {
    const own: IRunOptions = {
      ...look,
      ...(run.bold ? { bold: true } : {}),
      ...(run.color ? { color: colours[run.color] } : {}),
      ...(run.href ? { underline: {} } : {}),
    }
    const text = words(run.text, own)
    return [
      ...(run.mark ? [new TextRun({ ...look, text: tick[run.mark], font: tickFace })] : []),
      ...(run.href ? [new ExternalHyperlink({ link: run.href, children: text })] : text),
    ]
  })

export const paragraph = (children: readonly ParagraphChild[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children })

export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4)
export const points = (pt: number): number => Math.round(pt * 20)
/** Type sizes are counted in half points. */
export const half = (pt: number): number => Math.round(pt * 2)
