import type { Parsed } from "./identity.ts"
import type { RawCell } from "./raw.ts"
import { cellProblem, narrowText, textOf } from "./text.ts"

export type Level = "undergraduate" | "master" | "doctor"

export interface Grade {
  /** The year of entry. */
  readonly year: number
  readonly level?: Level
}

export interface GradeOptions {
  /** The school year it is, by the year it begins in: 2025 makes 大三 the entrants of 2023. */
  readonly asOfSchoolYear: number
}

const numerals = "一二三四五六七八九"
const levelOfPrefix: Readonly<Record<string, Level>> = {
  大: "undergraduate",
  本: "undergraduate",
  研: "master",
  硕: "master",
  博: "doctor",
  直博: "doctor",
}

/** `2022级`, `22级`, `2022`, `大三`, `研一`, `博二`, `2024级硕士`: the year of entry, and the level if said. */
export function parseGrade(raw: RawCell, { asOfSchoolYear }: GradeOptions): Parsed<Grade> {
  const spoiled = cellProblem(raw)
  if (spoiled) return { problem: spoiled }
  const text = narrowText(textOf(raw)).replace(/[\s()[\]]/g, "")
  if (text === "") return { problem: "没有填写年级" }
  if (raw !== null && typeof raw === "object") return { problem: `“${text}”看不出年级` }
  const year = yearsOfStudy(text)
  const parsed = year === undefined ? byEntry(text) : { ...year, year: asOfSchoolYear + 1 - year.year }
  if (!parsed) return { problem: `“${text}”看不出年级` }
  if (parsed.year > asOfSchoolYear + 1 || parsed.year < asOfSchoolYear - 12)
    return { problem: `“${text}”的入学年份 ${parsed.year} 不合情理` }
  return { value: parsed }
}

/** `大三` → the third year, as an undergraduate. */
function yearsOfStudy(text: string): Grade | undefined {
  const match =
    /^(直博|大|本|研|硕|博)(?:士|科)?(?:研究生)?([一二三四五六七八九1-9])(?:年级)?(?:新生|学生)?$/.exec(text)
  if (match) return { year: nth(match[2]!), level: levelOfPrefix[match[1]!]! }
  const plain = /^(本科|硕士|博士|研究生)?([一二三四五六])年级(本科|硕士|博士|研究生)?(?:新生|学?生)?$/.exec(
    text,
  )
  return plain ? withLevel(nth(plain[2]!), levelOf(plain[1] ?? plain[3])) : undefined
}

const nth = (digit: string) => (numerals.includes(digit) ? numerals.indexOf(digit) + 1 : Number(digit))

function byEntry(text: string): Grade | undefined {
  const match =
    /^(本科生?|硕士|博士|研究生|直博|硕|博|本)?(?:研究生)?((?:19|20)\d{2}|\d{2})(?:\.0)?[级届年]?(?:入学)?(本科生?|普本|硕士|博士|研究生|专硕|学硕|直博生?|硕|博|本)?(?:研究生|生)?$/.exec(
      text,
    )
  if (!match) return undefined
  const digits = match[2]!
  if (/届/.test(text)) return undefined
  return withLevel(
    digits.length === 2 ? 2000 + Number(digits) : Number(digits),
    levelOf(match[1] ?? match[3]),
  )
}

const withLevel = (year: number, level: Level | undefined): Grade => (level ? { year, level } : { year })

function levelOf(word: string | undefined): Level | undefined {
  if (!word) return undefined
  if (/博/.test(word)) return "doctor"
  return /硕|研/.test(word) ? "master" : "undergraduate"
}
