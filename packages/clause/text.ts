import type { Force } from "./force.ts"

/** One clause as its article's text.md has it. */
export interface ClauseText<Id extends string = string> {
  readonly id: Id
  readonly force: Force
  /** The clause is an option; once a union adopts it, it binds with `force`. */
  readonly onceAdopted?: true
  readonly words: string
}

export interface ArticleText {
  /** Words of the heading; null where the document itself has none (written in brackets in text.md). */
  readonly title: string
  readonly inDocument: boolean
  readonly clauses: readonly ClauseText[]
}

const forces: readonly string[] = ["must", "principle", "general", "may"] satisfies Force[]
const isForce = (word: string): word is Force => forces.includes(word)

/**
 * `# 三、…` then, for each clause, `## 3.2 general` and its words; `## 2.2a may, once adopted must` for an
 * option that binds once taken. Throws on a heading of any other form: the text is part of the program.
 */
export function readArticle(markdown: string): ArticleText {
  const [head = "", ...parts] = markdown.split(/^## /m)
  const title = /^# (.+)$/m.exec(head)?.[1]?.trim()
  if (!title) throw new Error("text.md has no title")
  const clauses = parts.map((part): ClauseText => {
    const [heading = "", ...lines] = part.split("\n")
    const words = lines.join("").trim()
    const match = /^(\S+) (?:(may, once adopted )?(\w+))\s*$/.exec(heading)
    const [, id, option, force] = match ?? []
    if (!id || !force || !isForce(force)) throw new Error(`“## ${heading}” is not “## id force”`)
    if (!words) throw new Error(`clause ${id} has no words`)
    return { id, force, ...(option ? { onceAdopted: true } : {}), words }
  })
  return { title, inDocument: !title.startsWith("（"), clauses }
}

/** A document's text with the page's white space taken out: what two printings of it are compared by. */
export const withoutSpace = (text: string): string => text.replace(/\s+/g, "")

/** A slip of the document's printing that text.md corrects. */
export interface Erratum {
  readonly clause: string
  readonly printed: string
  readonly read: string
}

/** The document put together again, misprints and all, without white space. */
export function joined(
  preamble: string,
  articles: readonly ArticleText[],
  errata: readonly Erratum[],
): string {
  const words = (clause: ClauseText) =>
    errata
      .filter((e) => e.clause === clause.id)
      .reduce((text, e) => text.replace(e.read, e.printed), clause.words)
  const body = articles.map((a) => (a.inDocument ? `${a.title}。` : "") + a.clauses.map(words).join(""))
  return withoutSpace(preamble.replace(/^# /m, "") + body.join(""))
}
