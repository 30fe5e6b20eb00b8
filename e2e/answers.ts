import { readFileSync } from "node:fs"

/** What examples/minghu/answers.json says a secretary must see, as lines a screen can be held against. */

interface Problem {
  readonly clause: string | null
  readonly kind?: string
  readonly file: string
  readonly sheet: string | null
  readonly row: number | null
  readonly unit?: string
  readonly department?: string
  readonly name?: string
  readonly expected: string
  readonly measured?: unknown
}

const { problems } = JSON.parse(
  readFileSync(new URL("../examples/minghu/answers.json", import.meta.url), "utf8"),
) as { problems: readonly Problem[] }

/** Clauses judged person by person: the finding is one, and its page lists who is meant. */
export const personal: ReadonlySet<string> = new Set(["2.2b", "3.9", "4.1", "4.3"])

const school = "明湖大学学生会"

/** `4.3 不符合 明湖大学学生会 周梦婷`, or `3.6 提示 明湖大学学生会 权益服务部 = 7`. */
function line({ clause, expected, unit, department, name, measured }: Problem): string {
  // An old title is a question until the charter speaks of rotation; a refused title is 3.9's violation.
  const verdict = expected.includes("rotation") || expected === "unknown" ? "待证明" : worded(expected)
  // 6.4 is the school union's to answer for; the answers name what has no delegate.
  const union = clause === "6.4" ? school : unit
  const subject = clause === "6.4" ? unit : (department ?? "")
  const head = `${clause} ${verdict} ${union}`
  if (personal.has(clause!)) return `${head} ${name}`
  return `${head} ${subject} = ${clause === "2.1" ? subject : measured}`
}

const worded = (expected: string) => (expected === "warning" ? "提示" : "不符合")

/** Nobody in the register: 4.1 and 4.3 cannot be decided for the person. */
const unmatched = problems
  .filter((p) => p.kind === "identity-no-match" && p.unit !== undefined)
  .flatMap((p) => ["4.1", "4.3"].map((clause) => line({ ...p, clause })))

export const expectedFindings: readonly string[] = [
  ...problems.filter((p) => p.clause !== null).map(line),
  ...unmatched,
].toSorted()

/** What the report of a workbook's import must tell, and nothing else: the row, and who or what is meant. */
export const toldOnImport = (file: string): readonly { row: number; about: string }[] =>
  problems
    .filter((p) => p.file === file && p.row !== null && (p.clause === null || p.expected === "refused"))
    .map((p) => ({ row: p.row!, about: p.expected === "refused" ? `${p.measured}` : (p.name ?? "") }))
