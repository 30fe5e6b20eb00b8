import { toDocx } from "#kit/paper/docx.ts"
import { toHtml } from "#kit/paper/html.ts"
import { toPdf } from "#kit/paper/pdf.ts"
import { type Copy, paperOf } from "./paper.ts"
import { canonical, seal } from "./seal.ts"
import type { Disclosure } from "./shape.ts"

export const formats = ["html", "docx", "pdf", "json"] as const
export type Format = (typeof formats)[number]

export interface Printed {
  readonly type: string
  readonly bytes: Uint8Array
  readonly name: string
}

const types: Record<Format, string> = {
  html: "text/html; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  json: "application/json; charset=utf-8",
}

/** The disclosure in a format. `page`: the web page's links to its other formats, and whether search engines may keep it. */
export async function printed(
  d: Disclosure,
  format: Format,
  copy: Copy,
  page: { links?: string; noindex: boolean } = { noindex: true },
): Promise<Printed> {
  const name = `${d.title}${d.masked ? "" : "（核查件）"}.${format}`
  const encode = (text: string) => new TextEncoder().encode(text)
  switch (format) {
    case "docx":
      return { type: types.docx, name, bytes: await toDocx(paperOf(d, copy)) }
    case "pdf":
      return { type: types.pdf, name, bytes: await toPdf(paperOf(d, copy)) }
    case "json":
      return { type: types.json, name, bytes: encode(canonical({ sha256: seal(d), content: d })) }
    case "html":
      return { type: types.html, name, bytes: encode(webPage(d, copy, page)) }
  }
}

function webPage(d: Disclosure, copy: Copy, page: { links?: string; noindex: boolean }): string {
  const html = toHtml(paperOf(d, copy), { standalone: true })
  const robots = page.noindex ? '<meta name="robots" content="noindex, nofollow, noarchive">\n' : ""
  const links = page.links
    ? `<nav class="paper-downloads" aria-label="下载"><p><a href="/disclosures">全部改革情况公开</a>　下载：<a href="${page.links}.docx">Word</a>　<a href="${page.links}.pdf">PDF</a>　<a href="${page.links}.json">结构化数据</a></p></nav>\n`
    : ""
  const proof = `<p class="paper-note paper-proof">内容校验码（SHA-256）：<code>${seal(d)}</code></p>\n`
  return html
    .replace("<meta charset", `${robots}<meta charset`)
    .replace("</style>", `${extra}</style>`)
    .replace("<body>\n", `<body>\n${links}`)
    .replace("</main>", `${proof}</main>`)
}

const extra = `.paper-downloads { max-width: 48rem; margin: 0 auto; padding: 1rem 1rem 0; font: 0.95rem/1.7 "Noto Sans SC", "Microsoft YaHei", sans-serif }
.paper-proof { overflow-wrap: anywhere }
@media print { .paper-downloads { display: none } }
@media screen and (max-width: 40rem) {
  .paper h1 { font-size: 1.35rem }
  .paper-table:not(.paper-small) table { min-width: 0; font-size: 0.875rem }
}
`
