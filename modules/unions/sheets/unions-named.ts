import { narrowText, type Recognised, type SheetRow } from "@qiaoliang/sheets"
import type { ReadContext } from "#modules/imports/index.ts"
import type { FacultyMatch } from "#modules/people/pure.ts"
import type { UnionKind } from "#policy/vocabulary.ts"
import type { RosterUnion } from "../records.ts"

/** Whose roster a sheet is: of one union, or of the unions of several faculties, row by row. */
export type Named =
  | { readonly of: "one"; readonly union: RosterUnion }
  | { readonly of: "faculties"; readonly kind: UnionKind }

type Find = (written: string) => FacultyMatch

const severalFaculties = /各(二级)?(学院|院|系)|院系|院级|二级(学院|单位)|学院\(系\)|院\(系\)/

/** By what the titles say, then the sheet's name, then the file's; where none speaks, by the rows. */
export function unionsNamed(recognised: Recognised, context: ReadContext, find: Find): Named {
  const texts = [...recognised.titles.map((t) => t.text), recognised.sheet ?? "", context.file].map((text) =>
    narrowText(text).replace(/\s/g, ""),
  )
  const kind = kindOf(texts)
  for (const text of texts) {
    if (!/学生会|研究生会/.test(text)) continue
    const own = text.replace(context.university || /^.*?大学/, "")
    const before = /^(.*?)(?:团委)?(?:学生会|研究生会)/.exec(own)?.[1] ?? ""
    if (severalFaculties.test(before)) return { of: "faculties", kind }
    const whose = before.replace(/^[\d—\-–~年学度_.]+|^(校级?|关于|共青团)|[-_—]+/g, "")
    if (whose === "" || whose === "校") return { of: "one", union: schoolUnion(text, kind, context) }
    const name = `${whose}${suffix(kind)}`
    const match = find(whose)
    if (match.found !== "none" && match.found !== "several")
      return { of: "one", union: { name, level: "faculty", kind, faculty: match.name } }
    if (/(学院|院|系|所)$/.test(whose)) return { of: "one", union: { name, level: "faculty", kind } }
  }
  if (texts.some((text) => severalFaculties.test(text)) || blocksOfFaculties(recognised.rows))
    return { of: "faculties", kind }
  return { of: "one", union: schoolUnion("", kind, context) }
}

/** 学生会（研究生会） in a title says both and decides nothing. */
function kindOf(texts: readonly string[]): UnionKind {
  for (const text of texts) {
    const plain = text.replace(/学生会\(研究生会\)/g, "")
    if (/研究生会/.test(plain)) return "graduate"
    if (/学生会/.test(plain)) return "undergraduate"
  }
  return "undergraduate"
}

const suffix = (kind: UnionKind) => (kind === "graduate" ? "研究生会" : "学生会")

function schoolUnion(title: string, kind: UnionKind, { university }: ReadContext): RosterUnion {
  const titled = /^(.*?大学)?.*?(?:学生会|研究生会)/.exec(title)?.[1] ?? ""
  return { name: `${university || titled || "校"}${suffix(kind)}`, level: "school", kind }
}

/** A column of faculties merged downwards, or written once and left blank below. */
function blocksOfFaculties(rows: readonly SheetRow[]): boolean {
  const below = rows.filter(
    ({ cells }) => cells.faculty && (cells.faculty.inherited || cells.faculty.text === ""),
  )
  return rows.length > 0 && below.length >= rows.length / 2 && rows[0]?.cells.faculty?.text !== ""
}

/** The union a faculty's cell or grouping row names: 机械学院, 机械学院学生会, 机械学院研究生会. */
export function facultyUnion(
  written: string,
  kind: UnionKind,
  find: Find,
): { union: RosterUnion; match: FacultyMatch } {
  const whole = narrowText(written).replace(/\s/g, "")
  const named = /^(.*?)(学生会|研究生会)$/.exec(whole)
  const own: UnionKind = named ? (named[2] === "研究生会" ? "graduate" : "undergraduate") : kind
  const faculty = named?.[1] ?? whole
  const match = find(faculty)
  const union: RosterUnion = {
    name: `${faculty}${suffix(own)}`,
    level: "faculty",
    kind: own,
    ...(match.found === "none" || match.found === "several" ? {} : { faculty: match.name }),
  }
  return { union, match }
}

/** Whether 来源 names a faculty union (5.6); undefined where the cell is blank. */
export function originOf(
  written: string,
  university: string,
  find: Find,
): "faculty-union" | "other" | undefined {
  const text = narrowText(written).replace(/\s/g, "")
  if (text === "") return undefined
  const before = /^(.+?)(?:团委)?(?:学生会|研究生会)/.exec(
    university ? text.replace(university, "") : text,
  )?.[1]
  if (before === undefined || /^校级?$/.test(before)) return "other"
  const { found } = find(before)
  return found === "same" || found === "short" || found === "remembered" || /(院|系)$/.test(before)
    ? "faculty-union"
    : "other"
}
