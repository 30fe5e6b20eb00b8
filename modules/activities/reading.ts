import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { openWorkbook, parseStudentNumber, recognise, recogniseAs, type SheetSpec } from "@qiaoliang/sheets"
import type { Ctx } from "#kit/server/world.ts"
import { type Loaded, studentsThen } from "./load.ts"
import type { Read, ReadLine, ReadProblem } from "./sheet.ts"
import { lastLinesIn } from "./store-attendance.ts"

const list: SheetSpec = {
  id: "attendance",
  label: "签到名单",
  hints: ["签到", "参加", "名单"],
  columns: [
    {
      key: "number",
      label: "学号",
      synonyms: ["学生学号", "学籍号", "学工号", "学号/工号", "学（工）号"],
      required: true,
    },
    { key: "name", label: "姓名", synonyms: ["学生姓名", "名字"], required: true },
  ],
}

/** A list of those who were there as a file → who would be recorded, and everything that stands against it, row by row. */
export async function readAttendance(
  ctx: Ctx,
  of: Loaded,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<Read, Refusal>> {
  const book = openWorkbook(file.name, file.bytes, { maxBytes: 16 << 20, maxRows: 20_000 })
  if (!book.ok) return book
  const [first] = book.value.sheets
  const table =
    book.value.sheets.map((s) => recognise(s, [list])).find((t) => t !== undefined) ??
    (first && recogniseAs(first, list))
  if (!table || table.missing.length > 0)
    return refuse("unreadable", "没有找到签到名单：须有“学号”“姓名”两列", {
      cure: "第一行写列名：学号、姓名，每人一行",
    })
  const problems: ReadProblem[] = []
  const against = (kind: ReadProblem["kind"], row: number, because: string, cure: string | null) =>
    problems.push({ kind, row, because, cure })
  const written = table.rows.flatMap(({ row, cells }) => {
    const name = cells.name?.text ?? ""
    if (!name && !cells.number?.text) return []
    const number = parseStudentNumber(cells.number?.raw ?? null)
    if ("problem" in number) {
      against("error", row, `${name || "这一行"}：${number.problem}`, "在表格中更正学号")
      return []
    }
    return [{ row, name, number: number.value }]
  })
  if (written.length + problems.length === 0)
    return refuse("unreadable", "名单中没有人", { cure: "每人一行，写明学号和姓名" })
  const students = await studentsThen(
    ctx,
    written.map((w) => w.number),
    of.activity,
  )
  const there = new Set(
    (await lastLinesIn(ctx.tx, of.activity.id)).filter((l) => l.what === "in").map((l) => l.number),
  )
  const seen = new Map<string, number>()
  const lines = written.flatMap(({ row, name, number }): ReadLine[] => {
    const s = students.get(number)
    const twice = seen.get(number)
    seen.set(number, twice ?? row)
    if (!s)
      against("error", row, `名册中没有学号${number}（${name}）`, "核对学号；校外人员不在统计之内，请删去")
    else if (name && s.name !== name.replace(/\s/g, ""))
      against("error", row, `学号${number}在名册中是${s.name}，表中写作${name}`, "核对学号和姓名")
    else if (number === ctx.actor.number)
      against("error", row, "名单中有您自己，不能登记自己", "由另一位组织者导入，或扫码签到")
    else if (twice !== undefined) against("notice", row, `${s.name}与第${twice}行重复`, "只计一次，不必更正")
    else if (there.has(number)) against("notice", row, `${s.name}已经签到`, "不会重复计算")
    else return [{ row, ...s }]
    return []
  })
  return ok({ lines, problems: problems.sort((a, b) => a.row - b.row) })
}
