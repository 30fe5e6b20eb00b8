import { type ArticleText, type Erratum, joined, withoutSpace } from "@qiaoliang/clause"

/** What the checks ask of an article's rules: which clause, and which of its words. */
export interface Entries {
  readonly number: number
  readonly entries: readonly Entry[]
}
export type Entry =
  | { readonly clause: string; readonly spec: { readonly quote: string } }
  | { readonly clause: string; readonly reason: string }

interface Told {
  readonly number: number
  readonly text: ArticleText
}

/** Every rule quotes words of its own clause. */
export function quotesStand(texts: readonly Told[], articles: readonly Entries[]): string[] {
  const words = new Map(texts.flatMap((a) => a.text.clauses.map((c) => [c.id, c.words] as const)))
  return articles.flatMap((a) =>
    a.entries.flatMap((e) => {
      const own = words.get(e.clause)
      if (own === undefined) return [`${e.clause}: no such clause`]
      if ("spec" in e && !own.includes(e.spec.quote))
        return [`${e.clause}: “${e.spec.quote}” is not in its words`]
      if ("reason" in e && e.reason.trim().length < 8) return [`${e.clause}: unmechanised without a reason`]
      return []
    }),
  )
}

/** Every clause is judged by a rule, a procedure or a question, or says why not; in the order of the text. */
export function allJudged(
  texts: readonly Told[],
  articles: readonly Entries[],
  elsewhere: ReadonlySet<string>,
): string[] {
  return texts.flatMap(({ number, text }) => {
    const entries = articles.find((a) => a.number === number)?.entries.map((e) => e.clause) ?? []
    const missing = text.clauses.filter((c) => !entries.includes(c.id) && !elsewhere.has(c.id))
    const order = text.clauses.map((c) => c.id).filter((id) => entries.includes(id))
    return [
      ...missing.map((c) => `${c.id}: no rule, procedure, question or unmechanised`),
      ...(order.join() === entries.join()
        ? []
        : [`article ${number}: rules are not in the order of the text`]),
    ]
  })
}

/** The articles put together again are the source, apart from white space and the listed slips. */
export function sameAsSeed(
  seed: string,
  preamble: string,
  texts: readonly Told[],
  errata: readonly Erratum[],
): string[] {
  const unused = errata.flatMap((e) => {
    const clause = texts.flatMap((a) => a.text.clauses).find((c) => c.id === e.clause)
    return clause?.words.includes(e.read) ? [] : [`errata ${e.clause}: “${e.read}” is not in its words`]
  })
  const ours = joined(
    preamble,
    texts.map((a) => a.text),
    errata,
  )
  const source = withoutSpace(seed)
  if (ours === source) return unused
  let at = 0
  while (ours[at] === source[at]) at++
  const around = (text: string) => text.slice(Math.max(0, at - 8), at + 12)
  return [...unused, `text differs from the source: “${around(ours)}” for “${around(source)}”`]
}
