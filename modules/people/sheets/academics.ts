import {
  parseCount,
  parseFails,
  parsePersonName,
  parseRank,
  parseStudentNumber,
  type Recognised,
  type SheetRow,
  type SheetSpec,
} from "@qiaoliang/sheets"
import type { ReadContext } from "#modules/imports/index.ts"
import type { AcademicRecordRow, Readout } from "../records.ts"
import { Cells } from "./cells.ts"
import * as columns from "./columns.ts"

export const academicsSpec: SheetSpec = {
  id: "academics",
  label: "学业成绩",
  hints: ["学业成绩", "成绩排名", "综合排名", "学习成绩"],
  columns: [
    { ...columns.number, required: true },
    columns.name,
    columns.faculty,
    columns.major,
    columns.className,
    columns.grade,
    {
      key: "semester",
      label: "最近一学期排名",
      synonyms: [
        "最近1个学期排名",
        "最近1学期排名",
        "学期排名",
        "上学期排名",
        "最近一个学期综合排名",
        "学期综合排名",
      ],
    },
    {
      key: "year",
      label: "最近一学年排名",
      synonyms: [
        "最近1个学年排名",
        "最近1学年排名",
        "学年排名",
        "上学年排名",
        "最近一个学年综合排名",
        "学年综合排名",
      ],
    },
    {
      key: "overall",
      label: "入学以来排名",
      synonyms: [
        "总排名",
        "累计排名",
        "入学以来综合排名",
        "综合排名",
        "专业排名",
        "入学至今排名",
        "全程排名",
      ],
    },
    {
      key: "of",
      label: "专业人数",
      synonyms: ["总人数", "专业总人数", "年级专业人数", "排名人数", "参评人数"],
    },
    {
      key: "fails",
      label: "不及格门数",
      synonyms: [
        "挂科门数",
        "不及格课程门数",
        "不及格科目数",
        "课业不及格门数",
        "是否存在课业不及格情况",
        "有无挂科",
        "不及格情况",
      ],
      required: true,
    },
    columns.remark,
    columns.serial,
  ],
}

export const spec = academicsSpec

/** The results. A number that comes twice counts as its later row says. */
export function read(recognised: Recognised, context: ReadContext): Readout<AcademicRecordRow> {
  const cells = new Cells(recognised, context)
  const byNumber = new Map<string, AcademicRecordRow>()
  for (const row of recognised.rows) {
    const record = readRecord(row, cells)
    if (!record) continue
    const before = byNumber.get(record.number)
    if (before)
      cells.tell("notice", row, "number", `学号${record.number}与第${before.place.row}行重复，以本行为准`, {
        other: before.place,
      })
    byNumber.set(record.number, record)
  }
  return { records: [...byNumber.values()], problems: cells.problems }
}

function readRecord(row: SheetRow, cells: Cells): AcademicRecordRow | undefined {
  const number = cells.value(row, "number", parseStudentNumber, "error")
  const name = cells.value(row, "name", parsePersonName, "error")
  if (!number || !name) return undefined
  const of = cells.has("of") ? (cells.value(row, "of", parseCount, "notice") ?? null) : null
  const semester = readRank(row, "semester", of, cells)
  const year = readRank(row, "year", of, cells)
  const overall = readRank(row, "overall", of, cells)
  return {
    place: cells.place(row.row),
    number,
    name,
    semesterRank: semester?.rank ?? null,
    semesterOf: semester?.of ?? null,
    yearRank: year?.rank ?? null,
    yearOf: year?.of ?? null,
    overallRank: overall?.rank ?? null,
    overallOf: overall?.of ?? null,
    fails: readFails(row, cells),
  }
}

/** A share without numbers (4.17%) is kept as the exact ratio it is, 417 of 10000. */
function readRank(row: SheetRow, key: string, of: number | null, cells: Cells) {
  if (!cells.has(key)) return null
  const rank = cells.value(row, key, parseRank, "notice")
  if (!rank || rank.kind === "none") return null
  if (rank.kind === "percent") return { rank: rank.num, of: rank.den }
  if (rank.kind === "band") {
    cells.tell("notice", row, key, `“${cells.text(row, key)}”只说了范围，没有名次，按没有记录处理`)
    return null
  }
  const size = rank.of ?? of
  if (size !== null && size >= rank.rank) return { rank: rank.rank, of: size }
  cells.tell("notice", row, key, `“${cells.text(row, key)}”没有专业总人数，按没有记录处理`)
  return null
}

function readFails(row: SheetRow, cells: Cells): number | null {
  const fails = cells.value(row, "fails", parseFails, "notice")
  // 有 says at least one, which is all that 4.3 asks.
  return fails === "some" ? 1 : (fails ?? null)
}
