import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { type ArticleText, type Erratum, readArticle } from "@qiaoliang/clause"

export interface ArticleFolder {
  readonly number: number
  /** `03-lean` */
  readonly folder: string
  readonly text: ArticleText
}

/** The articles' texts in order, from `policy/NN-name/text.md`. */
export const articleFolders = (policy: string): ArticleFolder[] =>
  readdirSync(policy)
    .filter((name) => /^\d\d-/.test(name))
    .sort()
    .map((folder) => ({
      number: Number(folder.slice(0, 2)),
      folder,
      text: readArticle(readFileSync(join(policy, folder, "text.md"), "utf8")),
    }))

/** The table of errata.md: clause, as printed, as read. */
export const readErrata = (markdown: string): Erratum[] =>
  markdown.split("\n").flatMap((line) => {
    const [clause = "", printed = "", read = ""] = line
      .split("|")
      .slice(1)
      .map((cell) => cell.trim())
    return /^\d/.test(clause) ? [{ clause, printed, read }] : []
  })

/** policy/clauses.generated.ts: ids as literal types, with force and words. */
export function clausesFile(articles: readonly ArticleFolder[]): string {
  const entry = (c: ArticleText["clauses"][number]) =>
    `  "${c.id}": {\n    force: "${c.force}",\n${c.onceAdopted ? "    onceAdopted: true,\n" : ""}${wordsLine(c.words)}  },\n`
  const title = (a: ArticleFolder) =>
    `  ${a.number}: ${JSON.stringify(a.text.title.replace(/^（|）$/g, ""))},\n`
  return [
    "// Generated from policy/NN-name/text.md by `npm run generate`. Do not edit.\n",
    'import type { Force } from "@qiaoliang/clause"\n\n',
    "export const articleTitles = {\n",
    ...articles.map(title),
    "} as const\n\n",
    "export const clauses = {\n",
    ...articles.flatMap((a) => a.text.clauses.map(entry)),
    "} as const satisfies Record<string, { force: Force; onceAdopted?: true; words: string }>\n\n",
    "export type ClauseId = keyof typeof clauses\n",
  ].join("")
}

/** As the formatter would break it: on its own line where it does not fit 110 columns (a 汉字 is two). */
function wordsLine(words: string): string {
  const text = JSON.stringify(words)
  const width = [...text].reduce((n, c) => n + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)
  return width + 13 > 110 ? `    words:\n      ${text},\n` : `    words: ${text},\n`
}
