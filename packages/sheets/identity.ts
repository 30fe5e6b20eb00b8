import type { RawCell } from "./raw.ts"
import { cellProblem, narrowText, normaliseText, textOf } from "./text.ts"

/** What a parser makes of one written value: what it means, or in Chinese why it cannot be understood. */
export type Parsed<T> = { value: T } | { problem: string }

/** Spreadsheets keep 15 digits of a number; what stands beyond is invented. */
const keptDigits = 1e15

/**
 * A student's number as text: written as text or number, in scientific notation while no digit is lost,
 * full-width, spaced, after a tab or an apostrophe. Letters become capitals.
 */
export function parseStudentNumber(raw: RawCell): Parsed<string> {
  const spoiled = cellProblem(raw)
  if (spoiled) return { problem: spoiled }
  if (typeof raw === "number") return fromNumber(raw)
  if (typeof raw === "object" && raw !== null && raw.kind === "date")
    return { problem: "学号被表格软件变成了日期" }
  const text = narrowText(textOf(raw)).replace(/^['’‘`]+|\s/g, "")
  if (text === "") return { problem: "没有填写学号" }
  const scientific = /^(\d)(?:\.(\d+))?E\+?(\d{1,2})$/i.exec(text)
  if (scientific) return fromScientific(text, scientific[1]! + (scientific[2] ?? ""), Number(scientific[3]))
  const plain = text.replace(/\.0+$/, "").toUpperCase()
  if (/^\d{17}[\dX]$/.test(plain)) return { problem: "像是身份证号，不是学号；系统不收集身份证号" }
  if (!/^[A-Z0-9][A-Z0-9_-]{3,23}$/.test(plain) || !/\d/.test(plain)) return { problem: `“${text}”不像学号` }
  return { value: plain }
}

function fromNumber(raw: number): Parsed<string> {
  if (!Number.isInteger(raw) || raw < 1000) return { problem: `“${raw}”不像学号` }
  if (raw >= keptDigits)
    return { problem: "学号超过 15 位又存成了数字，末几位已经丢失；请改为文本格式重新填写" }
  return { value: String(raw) }
}

/** `2.02307010106E+11` still holds every digit; `2.02307E+11` does not. */
function fromScientific(text: string, digits: string, exponent: number): Parsed<string> {
  if (digits.length <= exponent)
    return { problem: `“${text}”是科学计数法，后几位数字已经丢失；请改为文本格式重新填写` }
  if (digits.length > exponent + 1) return { problem: `“${text}”不像学号` }
  return fromNumber(Number(digits))
}

/** Between Han characters, every dot people type for the middle dot of a name. */
const middleDots = /\s*[·•‧・･∙⋅．.]\s*/gu
const someHan = /\p{Script=Han}/u

/**
 * A person's name without padding (`张 三`), without what brackets add (`（女）`). Rare characters stay
 * as written; the middle dot of 艾山江·吐尔逊 is made one sign; Latin names keep single spaces.
 */
export function parsePersonName(raw: RawCell): Parsed<string> {
  const spoiled = cellProblem(raw)
  if (spoiled) return { problem: spoiled }
  if (raw !== null && typeof raw !== "string") return { problem: `“${textOf(raw)}”不像姓名` }
  const written = normaliseText(raw ?? "")
  const bare = written
    .replace(/\s*[(（[【][^)）\]】]{0,12}[)）\]】]\s*/g, "")
    .replace(/[*＊#]+$/, "")
    .trim()
  const name = someHan.test(bare)
    ? bare
        .replace(middleDots, "·")
        .replace(/\s/g, "")
        .replace(/^·+|·+$/g, "")
    : bare
  if (name === "") return { problem: "没有填写姓名" }
  if (name.includes("\ufffd")) return { problem: `姓名“${name}”有乱码` }
  if (!/^[\p{L}\p{M}\p{Co}〇·'’.\- ]+$/u.test(name) || [...name].length > 40)
    return { problem: `“${written}”不像姓名` }
  return { value: name }
}

/** Also by the code of GB/T 2261.1: 1 male, 2 female. Blank is null. */
export function parseSex(raw: RawCell): Parsed<"male" | "female" | null> {
  const spoiled = cellProblem(raw)
  if (spoiled) return { problem: spoiled }
  const text = narrowText(textOf(raw)).toLowerCase().replace(/\s/g, "")
  if (text === "" || /^[-—/]+$/.test(text)) return { value: null }
  if (/^(男|男性|男生|m|male|1)$/.test(text)) return { value: "male" }
  if (/^(女|女性|女生|f|female|2)$/.test(text)) return { value: "female" }
  return { problem: `“${text}”不是性别` }
}
