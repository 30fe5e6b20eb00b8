import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { openWorkbook, parseStudentNumber, recognise, type SheetSpec } from "@qiaoliang/sheets"

/** What an office keeps for its recommendations: whom, and what it says of each (4.2). */
const spec: SheetSpec = {
  id: "recommendations",
  label: "推荐名单",
  hints: ["推荐名单", "推荐汇总", "推荐意见"],
  columns: [
    { key: "number", label: "学号", synonyms: ["学生学号", "学籍号"], required: true },
    { key: "name", label: "姓名", synonyms: ["学生姓名", "名字"] },
    {
      key: "text",
      label: "评价",
      synonyms: ["推荐意见", "推荐评价", "推荐理由", "组织评价", "团支部意见", "团组织意见", "评语", "意见"],
      required: true,
    },
  ],
}

export interface ListRow {
  readonly line: number
  readonly number: string
  readonly name?: string
  readonly text: string
}

/** A sheet or pasted cells of 学号 and 评价 → its rows, numbered as the program shows them. */
export function readList(fileName: string, bytes: Uint8Array): Result<readonly ListRow[], Refusal> {
  const book = openWorkbook(fileName, bytes, { maxBytes: 4 << 20, maxRows: 2000 })
  if (!book.ok) return book
  const found = book.value.sheets.map((s) => recognise(s, [spec])).find((r) => r && r.missing.length === 0)
  if (!found)
    return refuse("unreadable", "没有找到“学号”和“评价”两列", {
      cure: "第一行写列名：学号、姓名（可不写）、评价，每人一行",
    })
  const rows = found.rows.flatMap(({ row, cells }): ListRow[] => {
    const written = cells.number
    const text = cells.text?.text ?? ""
    if (!written?.text && !text) return []
    const number = parseStudentNumber(written?.raw ?? null)
    const name = cells.name?.text
    return [
      {
        line: row,
        number: "value" in number ? number.value : (written?.text ?? ""),
        ...(name ? { name } : {}),
        text,
      },
    ]
  })
  return rows.length ? ok(rows) : refuse("unreadable", "名单中没有人", { cure: "每人一行，写明学号和评价" })
}
