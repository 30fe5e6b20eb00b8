import type { UnionRow } from "#modules/unions/index.ts"

const digits = "零一二三四五六七八九"

/** 三十三; up to 99, which no congress has come to. */
function inChinese(n: number): string {
  const ten = Math.floor(n / 10)
  const one = n % 10
  return `${ten > 1 ? digits[ten] : ""}${ten > 0 ? "十" : ""}${one > 0 ? digits[one] : ""}`
}

function fromChinese(written: string): number {
  const [before, after] = written.includes("十") ? (written.split("十") as [string, string]) : ["", written]
  const ten = written.includes("十") ? (before === "" ? 1 : digits.indexOf(before)) : 0
  return ten * 10 + (after === "" ? 0 : digits.indexOf(after))
}

/** 明湖大学第三十三次学生代表大会 after the thirty-second; with 第　次 to fill in where none is known. */
export function nextName(
  union: Pick<UnionRow, "level" | "kind" | "faculty">,
  university: string,
  last: string,
): string {
  const kind = union.kind === "graduate" ? "研究生代表大会" : "学生代表大会"
  const of = union.level === "faculty" ? `${university}${union.faculty ?? ""}` : university
  const written = /第([一二三四五六七八九十]{1,3})[次届]/.exec(last)?.[1]
  const number = written ? fromChinese(written) : Number.NaN
  return `${of}${Number.isInteger(number) && number > 0 && number < 99 ? `第${inChinese(number + 1)}次` : ""}${kind}`
}
