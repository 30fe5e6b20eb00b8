import {
  Bookmark,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx"
import { TextWatermark } from "docx/watermarks"
import { type Arranged, type ArrangedBlock, arrange } from "./arrange.ts"
import { settle } from "./docx-settle.ts"
import { signatures, table } from "./docx-table.ts"
import { aligned, face, half, paragraph, points, runs, twips, words } from "./docx-words.ts"
import { proportion } from "./drawing.ts"
import { officialFont } from "./fonts.ts"
import { breadth, measureWidth, type PageMeasure, pageMeasure, pitch, size } from "./measure.ts"
import type { Paper } from "./paper.ts"
import { toPng } from "./picture.ts"

const exact = (pt: number) => ({ line: points(pt), lineRule: LineRuleType.EXACT })
const indent = { firstLineChars: 200, firstLine: points(size.三号 * 2) }

/**
 * The paper as a Word document that people go on editing: real heading styles, real tables, the
 * official fonts by name. Equal papers give equal bytes.
 */
export async function toDocx(paper: Paper): Promise<Uint8Array> {
  const page = arrange(paper)
  const measure = pageMeasure(page)
  const children: FileChild[] = head(page)
  for (const block of page.blocks) children.push(...(await printed(block, measureWidth(measure))))
  const body = textStyle(page)
  const document = new Document({
    title: page.title,
    subject: page.about.subject,
    creator: page.about.author,
    lastModifiedBy: page.about.author,
    keywords: page.about.keywords.join("，"),
    description: page.subtitle,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { ...body.run, language: { value: "zh-CN", eastAsia: "zh-CN" } },
          paragraph: { spacing: { ...body.spacing, before: 0, after: 0 } },
        },
        title: {
          run: { font: face(officialFont.title), size: half(size.二号), color: "000000" },
          paragraph: {
            alignment: aligned("center"),
            spacing: { ...exact(pitch.title), before: 0, after: 0 },
          },
        },
        heading1: heading(body, officialFont.heading, false),
        heading2: heading(body, officialFont.subheading, false),
        heading3: heading(body, officialFont.body, true),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              // docx swaps the sides itself when the page lies.
              width: twips(210),
              height: twips(297),
              orientation:
                page.orientation === "landscape" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(measure.top),
              bottom: twips(measure.bottom),
              left: twips(measure.left),
              right: twips(measure.right),
              header: twips(15),
              footer: twips(measure.foot),
            },
          },
        },
        headers: page.watermark === "" ? {} : { default: watermark(page), even: watermark(page) },
        footers: { default: foot(page, measure, "odd"), even: foot(page, measure, "even") },
        children,
      },
    ],
  })
  return settle(await Packer.toBuffer(document), page.about.date)
}

function textStyle(page: Arranged) {
  const form = page.page === "form"
  return {
    run: { font: face(officialFont.body), size: half(form ? size.小四 : size.三号) },
    spacing: exact(form ? pitch.table + 2 : pitch.body),
  }
}

const heading = (body: ReturnType<typeof textStyle>, font: string, bold: boolean) => ({
  run: { ...body.run, font: face(font), bold, color: "000000" },
  paragraph: { keepNext: true, keepLines: true, indent, spacing: { ...body.spacing, before: 0, after: 0 } },
})

function head(page: Arranged): Paragraph[] {
  const centred = (text: string, font: string): Paragraph =>
    paragraph(words(text, { font: face(font), size: half(size.三号) }), {
      alignment: aligned("center"),
      spacing: exact(pitch.body),
    })
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: words(page.title) }),
    ...(page.subtitle ? [centred(page.subtitle, officialFont.subheading)] : []),
    ...(page.number ? [centred(page.number, officialFont.body)] : []),
    new Paragraph({ spacing: exact(14) }),
    ...page.meta.map(([label, value]) =>
      paragraph([...words(`${label}：`, { bold: true }), ...words(value)], { alignment: aligned("left") }),
    ),
  ]
}

async function printed(block: ArrangedBlock, width: number): Promise<FileChild[]> {
  const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
  switch (block.kind) {
    case "heading": {
      const anchor = new Bookmark({ id: bookmark(block.id), children: words(block.text) })
      return [new Paragraph({ heading: levels[block.level], children: [anchor] })]
    }
    case "text":
      return [
        paragraph(runs(block.runs), { alignment: aligned(block.align), ...(block.indent ? { indent } : {}) }),
      ]
    case "table":
      return [...(block.caption ? caption(block.caption) : [lead]), table(block, width), gap]
    case "list":
      return block.items.map((item, i) =>
        paragraph([...words(block.ordered ? `${i + 1}. ` : "· "), ...runs(item)], { indent }),
      )
    case "figure":
      return figure(block, Math.min(block.widthMm, width))
    case "signatures":
      return [lead, signatures(block.boxes, width), gap]
    case "note":
      return [paragraph(words(block.text, { size: half(size.五号) }), { spacing: exact(pitch.small) })]
    case "break":
      return [new Paragraph({ pageBreakBefore: true, spacing: exact(1) })]
  }
}

/** Word takes letters, digits and underscores, 40 at most. */
const bookmark = (id: string): string => id.replace(/[^\p{L}\p{N}_]/gu, "_").slice(0, 40)

/** Word joins tables that touch. */
const gap = new Paragraph({ spacing: exact(10) })
/** Air between a line of text and the border under it. */
const lead = new Paragraph({ spacing: exact(5), keepNext: true })

const captionLook = { font: face(officialFont.heading), size: half(size.小四) }
const caption = (text: string): Paragraph[] => [
  paragraph(words(text, captionLook), {
    alignment: aligned("center"),
    keepNext: true,
    spacing: { ...exact(pitch.table), before: points(6), after: points(4) },
  }),
]

async function figure(
  block: Extract<ArrangedBlock, { kind: "figure" }>,
  widthMm: number,
): Promise<Paragraph[]> {
  const pixels = (mm: number) => Math.round((mm * 96) / 25.4)
  const transformation = { width: pixels(widthMm), height: pixels(widthMm / proportion(block.svg)) }
  // 300 dots an inch for whoever opens the file without SVG.
  const png = await toPng(block.svg, { width: (widthMm * 300) / 25.4 })
  return [
    paragraph(
      [
        new ImageRun({
          type: "svg",
          data: new TextEncoder().encode(block.svg),
          fallback: { type: "png", data: png },
          transformation,
          altText: { name: block.caption || block.alt, description: block.alt, title: block.caption },
        }),
      ],
      {
        alignment: aligned("center"),
        keepNext: block.caption !== "",
        // A fixed pitch would cut the picture to one line.
        spacing: { line: 240, lineRule: LineRuleType.AUTO, before: points(8), after: points(4) },
      },
    ),
    ...(block.caption === ""
      ? []
      : [
          paragraph(words(block.caption, captionLook), {
            alignment: aligned("center"),
            spacing: { ...exact(pitch.table), after: points(8) },
          }),
        ]),
  ]
}

/** — 1 — on the outer edge, one character in; the extra text on the inner edge. */
function foot(page: Arranged, measure: PageMeasure, side: "odd" | "even"): Footer {
  const look = { font: face(officialFont.number), size: half(size.四号) }
  const number = new TextRun({ ...look, children: ["— ", PageNumber.CURRENT, " —"] })
  const extra = new TextRun({ text: page.footer, size: half(size.小五), color: "595959" })
  const tab = new TextRun({ children: ["\t"] })
  const inset = points(size.四号)
  return new Footer({
    children: [
      paragraph(side === "odd" ? [extra, tab, number] : [number, tab, extra], {
        indent: { left: inset, right: inset },
        spacing: { line: 240, lineRule: LineRuleType.AUTO },
        tabStops: [{ type: "right", position: twips(measureWidth(measure)) - inset }],
      }),
    ],
  })
}

function watermark(page: Arranged): Header {
  const characters = Math.max(1, breadth(page.watermark))
  const em = Math.min(90, 420 / characters)
  const mark = new TextWatermark({
    text: page.watermark,
    font: officialFont.heading,
    color: "D0D0D0",
    width: em * characters,
    height: em,
  })
  return new Header({ children: [paragraph([mark], { spacing: exact(1) })] })
}
