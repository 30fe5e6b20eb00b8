import { readFileSync } from "node:fs"
import { type Arranged, type ArrangedBlock, arrange } from "./arrange.ts"
import type { GridCell, GridRow } from "./grid.ts"
import { type Paper, type Run, tick } from "./paper.ts"

const sheets = ["./paper.css", "./paper-parts.css", "./paper-print.css"]

/**
 * The paper as HTML: one <article class="paper"> to put into a page that links the sheets, or with
 * `standalone` a whole document that carries it. No script, no style attributes, nothing from elsewhere:
 * it passes a strict content security policy (pictures are data: addresses).
 * `lang` is the language of the words, zh-CN unless told.
 */
export function toHtml(paper: Paper, options: { lang?: string; standalone?: boolean } = {}): string {
  const page = arrange(paper)
  const lang = escaped(options.lang ?? "zh-CN")
  const tag = options.standalone ? "main" : "article"
  const classes = [
    "paper",
    page.page === "form" && "paper-form",
    page.orientation === "landscape" && "paper-landscape",
  ]
  const body = [
    `<${tag} class="${classes.filter(Boolean).join(" ")}" lang="${lang}">`,
    page.watermark && `<p class="paper-watermark" aria-hidden="true">${escaped(page.watermark)}</p>`,
    head(page),
    ...page.blocks.map((block, i) => printed(block, i)),
    page.footer && `<footer class="paper-footer">${escaped(page.footer)}</footer>`,
    `</${tag}>`,
  ]
  const html = body.filter(Boolean).join("\n")
  if (!options.standalone) return html
  const css = sheets.map((name) => readFileSync(new URL(name, import.meta.url), "utf8")).join("\n")
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)}</title>
${page.about.author && `<meta name="author" content="${escaped(page.about.author)}">`}
<style>
${css}
html { background: #fff }
</style>
</head>
<body>
${html}
</body>
</html>
`
}

const entity: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entity[character]!)
const lines = (text: string): string => escaped(text).replaceAll("\n", "<br>")

function run(run: Run): string {
  let html = lines(run.text)
  if (run.mark) {
    const said = run.mark === "checked" ? "已选" : "未选"
    html = `<span class="paper-tick" role="img" aria-label="${said}">${tick[run.mark]}</span>${html}`
    // A short choice keeps its box on the same line.
    if (run.text.length <= 12) html = `<span class="paper-choice">${html}</span>`
  }
  if (run.bold) html = `<strong>${html}</strong>`
  if (run.color) html = `<span class="paper-${run.color}">${html}</span>`
  return run.href ? `<a href="${escaped(run.href)}">${html}</a>` : html
}
const runs = (list: readonly Run[]): string => list.map(run).join("")

function head(page: Arranged): string {
  const parts = [
    `<h1>${lines(page.title)}</h1>`,
    page.subtitle && `<p class="paper-subtitle">${lines(page.subtitle)}</p>`,
    page.number && `<p class="paper-number">${lines(page.number)}</p>`,
    page.meta.length > 0 &&
      `<dl class="paper-meta">${page.meta
        .map(([label, value]) => `<div><dt>${escaped(label)}：</dt><dd>${lines(value)}</dd></div>`)
        .join("")}</dl>`,
  ]
  return `<header>\n${parts.filter(Boolean).join("\n")}\n</header>`
}

function printed(block: ArrangedBlock, index: number): string {
  switch (block.kind) {
    case "heading": {
      const tag = `h${block.level + 1}`
      return `<${tag} id="${escaped(block.id)}">${lines(block.text)}</${tag}>`
    }
    case "text": {
      const classes = [
        block.indent && "paper-indent",
        block.align !== "left" && `paper-${block.align}`,
      ].filter(Boolean)
      return `<p${classes.length > 0 ? ` class="${classes.join(" ")}"` : ""}>${runs(block.runs)}</p>`
    }
    case "table":
      return table(block)
    case "list": {
      const tag = block.ordered ? "ol" : "ul"
      return `<${tag}>${block.items.map((item) => `<li>${runs(item)}</li>`).join("")}</${tag}>`
    }
    case "figure": {
      // As a picture, not inline: nothing inside a drawing can then run or reach the page.
      const data = Buffer.from(block.svg).toString("base64")
      const caption = block.caption && `<figcaption>${lines(block.caption)}</figcaption>`
      return `<figure><img src="data:image/svg+xml;base64,${data}" width="${Math.round((block.widthMm * 96) / 25.4)}" alt="${escaped(block.alt)}">${caption}</figure>`
    }
    case "signatures":
      return signatures(block, index)
    case "note":
      return `<p class="paper-note">${lines(block.text)}</p>`
    case "break":
      return `<div class="paper-break"></div>`
  }
}

function table(block: Extract<ArrangedBlock, { kind: "table" }>): string {
  const columns = block.columns.map(({ share }) => `<col width="${(share * 100).toFixed(2)}%">`).join("")
  const cell = (cell: GridCell, row: GridRow, inHead: boolean): string => {
    const spans =
      (cell.colspan > 1 ? ` colspan="${cell.colspan}"` : "") +
      (cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : "")
    const classes = [cell.align !== "left" && `paper-${cell.align}`, cell.shade && !inHead && "paper-shade"]
    const named = classes.filter(Boolean)
    const style = named.length > 0 ? ` class="${named.join(" ")}"` : ""
    if (!inHead && !cell.heading) return `<td${spans}${style}>${runs(cell.runs)}</td>`
    const scope = inHead ? (cell.colspan > 1 ? "colgroup" : "col") : row.group ? "rowgroup" : "row"
    return `<th scope="${scope}"${spans}${style}>${runs(cell.runs)}</th>`
  }
  const row = (row: GridRow, inHead: boolean): string =>
    `<tr>${row.cells.map((one) => cell(one, row, inHead)).join("")}</tr>`
  // A row group for each heading across the table: the scope of that heading ends where the next begins.
  const groups: GridRow[][] = [[]]
  for (const one of block.body) {
    if (one.group && groups.at(-1)!.length > 0) groups.push([])
    groups.at(-1)!.push(one)
  }
  const caption = block.caption && `<caption>${lines(block.caption)}</caption>`
  const name = escaped(block.name)
  return [
    `<div class="paper-table${block.small ? " paper-small" : ""}" role="region" tabindex="0" aria-label="${name}">`,
    `<table${block.caption ? "" : ` aria-label="${name}"`}>${caption}`,
    `<colgroup>${columns}</colgroup>`,
    `<thead>${block.head.map((one) => row(one, true)).join("\n")}</thead>`,
    ...groups.map((group) => `<tbody>\n${group.map((one) => row(one, false)).join("\n")}\n</tbody>`),
    "</table>\n</div>",
  ].join("\n")
}

const signatures = (block: Extract<ArrangedBlock, { kind: "signatures" }>, index: number): string =>
  `<dl class="paper-signatures">${block.boxes
    .map(
      (box, i) =>
        `<div${box.seal ? ' class="paper-seal"' : ""}><dt id="box-${index + 1}-${i + 1}">${lines(box.label)}</dt><dd>${[
          `<p>${lines(box.opinion)}</p>`,
          ...box.lines.map((line) => `<p class="paper-sign">${lines(line)}</p>`),
          ...box.close.map((line) => `<p class="paper-close">${lines(line)}</p>`),
        ].join("")}</dd></div>`,
    )
    .join("")}</dl>`
