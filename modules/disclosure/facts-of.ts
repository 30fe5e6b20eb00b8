import type { Finding, Row } from "@qiaoliang/clause"
import type { Post, Rank } from "#policy/vocabulary.ts"
import type { UnionFacts } from "./input.ts"

/** One person or thing that was counted, beside what the records say of them. */
export type FactLine = Readonly<Record<(typeof factHeader)[number], string>>

export const factHeader = [
  "条款",
  "研判",
  "姓名",
  "学号",
  "职务",
  "部门",
  "政治面貌",
  "院（系）",
  "年级",
  "最近1个学期排名",
  "最近1学年排名",
  "入学以来排名",
  "不及格门数",
  "说明",
  "文件",
  "工作表",
  "行",
] as const

export const factLines = (union: UnionFacts, findings: readonly Finding[]): FactLine[] =>
  findings.flatMap((f) => f.rows.map((row) => lineOf(f, row, postOf(union, row))))

function postOf(union: UnionFacts, row: Row): Post | undefined {
  return union.posts?.find((p) =>
    row.studentId
      ? (p.student?.studentId ?? p.row.studentId) === row.studentId
      : p.name === row.name && p.row.row === row.row && p.row.file === row.file,
  )
}

const rank = (r: Rank | undefined): string => (r ? `${r.rank}/${r.of}` : "")

function lineOf(f: Finding, row: Row, post: Post | undefined): FactLine {
  const s = post?.student
  return {
    条款: f.clause,
    研判: f.verdict,
    姓名: row.name,
    学号: row.studentId ?? "",
    职务: post?.title ?? "",
    部门: post?.department ?? "",
    政治面貌: s?.politicalWritten ?? "",
    "院（系）": s?.faculty ?? "",
    年级: s ? String(s.grade) : "",
    最近1个学期排名: rank(s?.record?.windows.semester),
    最近1学年排名: rank(s?.record?.windows.year),
    入学以来排名: rank(s?.record?.windows.overall),
    不及格门数: s?.record?.fails === undefined ? "" : String(s.record.fails),
    说明: row.note ?? "",
    文件: row.file ?? "",
    工作表: row.sheet ?? "",
    行: row.row === undefined || row.row === null ? "" : String(row.row),
  }
}
