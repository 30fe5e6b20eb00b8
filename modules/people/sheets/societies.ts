import {
  parseCount,
  parsePersonName,
  parseStudentNumber,
  parseYesNo,
  type Recognised,
  type SheetRow,
  type SheetSpec,
} from "@qiaoliang/sheets"
import type { ReadContext } from "#modules/imports/index.ts"
import type { Readout, SocietyRecord } from "../records.ts"
import { Cells } from "./cells.ts"
import * as columns from "./columns.ts"

export const societiesSpec: SheetSpec = {
  id: "societies",
  label: "社团名录",
  hints: ["社团名录", "社团名单", "学生社团", "社团年审"],
  columns: [
    columns.serial,
    {
      key: "name",
      label: "社团名称",
      synonyms: ["社团", "社团全称", "名称", "学生社团名称", "协会名称"],
      required: true,
    },
    { key: "type", label: "类别", synonyms: ["社团类别", "社团类型", "类型", "性质"] },
    {
      key: "guidedBy",
      label: "业务指导单位",
      synonyms: ["指导单位", "挂靠单位", "挂靠学院", "业务主管单位"],
    },
    { key: "headName", label: "负责人", synonyms: ["社长", "会长", "负责人姓名", "社团负责人"] },
    { key: "headNumber", label: "负责人学号", synonyms: ["社长学号", "会长学号", "学号"] },
    { key: "members", label: "会员人数", synonyms: ["人数", "成员人数", "社员人数", "会员数", "注册人数"] },
    { key: "founded", label: "成立年份", synonyms: ["成立时间", "成立日期"] },
    { key: "main", label: "是否主要社团", synonyms: ["主要社团", "是否为主要社团", "是否重点社团"] },
    { key: "teacher", label: "指导教师", synonyms: ["指导老师"] },
    columns.remark,
  ],
}

export const spec = societiesSpec

/** The societies. A blank 是否主要社团 says no. */
export function read(recognised: Recognised, context: ReadContext): Readout<SocietyRecord> {
  const cells = new Cells(recognised, context)
  const byName = new Map<string, SocietyRecord>()
  for (const row of recognised.rows) {
    const society = readSociety(row, cells)
    if (!society) continue
    const before = byName.get(society.name)
    if (before)
      cells.tell("notice", row, "name", `“${society.name}”与第${before.place.row}行重复，以本行为准`)
    byName.set(society.name, society)
  }
  return { records: [...byName.values()], problems: cells.problems }
}

function readSociety(row: SheetRow, cells: Cells): SocietyRecord | undefined {
  const name = cells.text(row, "name")
  if (name === "") {
    cells.tell("error", row, "name", "没有填写社团名称")
    return undefined
  }
  const head = cells.words(row, "headName")
  const headNumber = cells.words(row, "headNumber")
  return {
    place: cells.place(row.row),
    name,
    type: cells.words(row, "type"),
    guidedBy: cells.words(row, "guidedBy"),
    headName: head === null ? null : (cells.value(row, "headName", parsePersonName, "notice") ?? null),
    headNumber:
      headNumber === null ? null : (cells.value(row, "headNumber", parseStudentNumber, "notice") ?? null),
    members: cells.value(row, "members", parseCount, "notice") ?? null,
    main: cells.value(row, "main", parseYesNo, "notice") ?? false,
  }
}
