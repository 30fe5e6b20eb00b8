import { schoolYearOf } from "@qiaoliang/basics"
import { parseDay, type Recognised, type SheetRow, type SheetSpec } from "@qiaoliang/sheets"
import type { ReadContext } from "#modules/imports/index.ts"
import { Cells, columns, type FacultyMatch, facultyFinder, type Readout } from "#modules/people/pure.ts"
import type { RegisterRecord } from "../records.ts"
import { isConduct, tellsOfConduct } from "./conduct.ts"
import { fieldOf } from "./fields.ts"
import { statusOf } from "./statuses.ts"

export const registerSpec: SheetSpec = {
  id: "register",
  label: "诉求登记表",
  hints: ["诉求登记", "同学诉求", "诉求台账", "权益登记", "意见登记", "问题登记"],
  columns: [
    { ...columns.serial, label: "编号", synonyms: ["序号", "登记号", "登记编号", "序"] },
    {
      key: "on",
      label: "登记日期",
      synonyms: ["日期", "登记时间", "反映日期", "反映时间", "提出日期", "提出时间", "收到日期"],
      required: true,
    },
    columns.faculty,
    { key: "raiser", label: "反映人", synonyms: ["提出人", "反映同学", "诉求人", "姓名", "同学姓名"] },
    { key: "field", label: "类别", synonyms: ["诉求类别", "问题类别", "类型", "诉求类型", "所属方面"] },
    {
      key: "words",
      label: "诉求内容",
      synonyms: ["内容", "反映内容", "问题描述", "诉求", "具体内容", "诉求描述", "反映问题"],
      required: true,
    },
    {
      key: "office",
      label: "转办部门",
      synonyms: ["承办单位", "承办部门", "责任部门", "转办单位", "办理部门"],
    },
    {
      key: "status",
      label: "办理状态",
      synonyms: ["状态", "办理情况", "办理进度", "处理状态", "处理情况", "进度"],
    },
    columns.remark,
  ],
}

export const spec = registerSpec

const most = 1000
const unnamed = /^(?:匿名|不愿透露|不便透露|保密|无|未知|不详|[-—/]+)$/

/** The needs a union wrote down by hand, a row each. */
export function read(recognised: Recognised, context: ReadContext): Readout<RegisterRecord> {
  const cells = new Cells(recognised, context)
  const find = facultyFinder(context.faculties, context.facultyAliases)
  const titles = [...recognised.titles.map((t) => t.text), context.file].join(" ")
  const records = recognised.rows.flatMap((row) => readRow(row, cells, find, context, titles) ?? [])
  return { records, problems: cells.problems }
}

function readRow(
  row: SheetRow,
  cells: Cells,
  find: (written: string) => FacultyMatch,
  context: ReadContext,
  titles: string,
): RegisterRecord | undefined {
  const words = cells.text(row, "words")
  if (words === "" && cells.text(row, "on") === "") return undefined
  const on = dayOf(row, cells, context)
  const clean = noIdentity(row, cells)
  if (words.length < 2)
    cells.tell("error", row, "words", "没有填写诉求内容", { cure: "写明是什么事，或删去这一行" })
  if (words.length > most)
    cells.tell("error", row, "words", `诉求内容超过${most}字`, { cure: "写要点，其余作为材料另存" })
  if (on === undefined || !clean || words.length < 2 || words.length > most) return undefined
  const written = cells.text(row, "field")
  const field = fieldOf(written)
  const serial = cells.text(row, "serial").replace(/\s/g, "")
  return {
    place: cells.place(row.row),
    titles,
    label: serial ? `登记表第${serial}号` : `登记表第${row.row}行`,
    on,
    faculty: facultyOf(row, cells, find, context.faculties.length > 0),
    raiser: raiserOf(cells.text(row, "raiser")),
    fieldWritten: written,
    field: field?.field ?? null,
    fieldSame: field?.same ?? false,
    conduct: isConduct(written) || tellsOfConduct(words),
    words,
    office: cells.words(row, "office"),
    statusWritten: cells.text(row, "status"),
    state: stateOf(row, cells),
    remark: cells.text(row, "remark"),
  }
}

const identity = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXxＸ](?!\d)/
const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/

/** Numbers of identity cards are collected nowhere; of a telephone number whoever imports it should know. */
function noIdentity(row: SheetRow, cells: Cells): boolean {
  const texts = (["raiser", "words", "office", "remark"] as const).map((key) => ({
    key,
    text: cells.text(row, key).normalize("NFKC"),
  }))
  const found = texts.filter(({ text }) => identity.test(text))
  for (const { key } of found)
    cells.tell("error", row, key, "有像身份证号的数字；系统不收集身份证号", { cure: "删去证件号后重新上传" })
  for (const { key, text } of texts)
    if (!found.some((f) => f.key === key) && mobile.test(text))
      cells.tell("notice", row, key, "有像手机号的数字", {
        cure: "不需要的，删去后重新上传；导入后不能删改原文",
      })
  return found.length === 0
}

function dayOf(row: SheetRow, cells: Cells, { asOf }: ReadContext): string | undefined {
  const schoolYear = schoolYearOf(asOf)
  const cell = row.cells.on
  const parsed = cell?.problem ? { problem: cell.problem } : parseDay(cell?.raw ?? null, { schoolYear })
  const on = "value" in parsed ? parsed.value : null
  if (on === null) {
    const because = "problem" in parsed ? parsed.problem : "没有填写登记日期"
    cells.tell("error", row, "on", because, { cure: "写成2025-10-08这样的年月日" })
    return undefined
  }
  if (on > asOf) {
    cells.tell("error", row, "on", `登记日期${on}晚于截至日期${asOf}`, { cure: "更正日期，或把截至日期改晚" })
    return undefined
  }
  return on
}

function facultyOf(
  row: SheetRow,
  cells: Cells,
  find: (written: string) => FacultyMatch,
  known: boolean,
): string {
  const written = cells.text(row, "faculty").replace(/\s/g, "")
  if (written === "" || !known) return written
  const match = find(written)
  if (match.found === "none" || match.found === "several") {
    const names = match.found === "several" ? `可能是${match.names.join("、")}` : "学籍名册中没有"
    cells.tell("notice", row, "faculty", `看不出“${written}”是哪个学院（${names}），按没有写明学院导入`)
    return ""
  }
  return match.name
}

/** A name as it was written down; null where there is none. Never looked up, never guessed. */
const raiserOf = (written: string): string | null => {
  const name = written.trim()
  return name === "" || unnamed.test(name) ? null : name
}

function stateOf(row: SheetRow, cells: Cells): RegisterRecord["state"] {
  const written = cells.text(row, "status")
  const state = statusOf(written)
  if (state === undefined) cells.tell("notice", row, "status", `看不懂办理状态“${written}”，按待转办导入`)
  return state ?? "sorting"
}
