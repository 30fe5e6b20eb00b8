import { type Files, isSource, isTest } from "./files.ts"

/**
 * Clause ids cited in code, screens and documents. Code names a clause exactly (`"2.2b"`); prose may name
 * the sentence it belongs to (2.2).
 */

const id = /\d{1,2}\.\d{1,2}[a-c]?/
const inCode = [
  /\bclauses?\??\s*[:=]\s*(?:\{\s*)?(\[[^\]]*\]|"[^"\n]*")/g,
  /\bsee:\s*(\[[^\]]*\])/g,
  /\b(?:rule|unmechanised|ruleOf|clauseLabel|procedure\([^,()]*,)\(?\s*("[^"\n]*")/g,
]
/** Prose cites in brackets: (3.9), （2.2b）, (6.3, 6.4). */
const inProse = /[(（]((?:\d{1,2}\.\d{1,2}[a-c]?)(?:[,，、–—-]\s*\d{1,2}\.\d{1,2}[a-c]?)*)[)）]/g
const label = /第([一二三四五六七八九十])条·(\d{1,2}[a-c]?)/g
const row = /^\|\s*(\d{1,2}\.\d{1,2}[a-c]?)\s*\|/gm
const numerals = "一二三四五六七八九十"

interface Citation {
  readonly clause: string
  readonly exact: boolean
}

export function cited(path: string, content: string): Citation[] {
  const out: Citation[] = []
  const all = (text: string, exact: boolean) => {
    for (const [clause] of text.matchAll(new RegExp(id, "g"))) out.push({ clause, exact })
  }
  if (isSource(path))
    for (const pattern of inCode)
      for (const match of content.matchAll(pattern))
        for (const [, quoted = ""] of match[1]?.matchAll(/"([^"]*)"/g) ?? [])
          if (/^\d/.test(quoted)) out.push({ clause: quoted, exact: true })
  const comments = isSource(path) ? (content.match(/\/\*[\s\S]*?\*\/|\/\/.*$/gm) ?? []).join("\n") : content
  for (const match of comments.matchAll(inProse)) all(match[1] ?? "", false)
  for (const match of content.matchAll(label))
    out.push({ clause: `${numerals.indexOf(match[1] ?? "") + 1}.${match[2]}`, exact: false })
  if (path.endsWith(".md")) for (const match of content.matchAll(row)) all(match[1] ?? "", false)
  return out
}

/** Every clause id cited anywhere exists. Instruments and tests cite none of ours. */
export function citationsExist(files: Files, clauses: ReadonlySet<string>): string[] {
  const groups = new Set([...clauses].map((c) => c.replace(/[a-c]$/, "")))
  return [...files].flatMap(([path, content]) => {
    if (path.startsWith("packages/") || isTest(path) || path.endsWith(".json")) return []
    const wrong = cited(path, content).filter(
      (c) => !clauses.has(c.clause) && (c.exact || !groups.has(c.clause)),
    )
    return [...new Set(wrong.map((c) => c.clause))].map(
      (clause) => `${path}: cites ${clause}, which does not exist`,
    )
  })
}
