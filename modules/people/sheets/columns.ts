import type { ColumnSpec } from "@qiaoliang/sheets"

/** Columns that lists of people share, under the headers officers write. */

export const serial: ColumnSpec = { key: "serial", label: "序号", synonyms: ["编号", "序"] }

export const number: ColumnSpec = {
  key: "number",
  label: "学号",
  synonyms: [
    "学生学号",
    "学籍号",
    "学工号",
    "学号/工号",
    "学（工）号",
    "校内学号",
    "研究生学号",
    "student id",
  ],
}

export const name: ColumnSpec = {
  key: "name",
  label: "姓名",
  synonyms: ["学生姓名", "名字", "姓名（学生）", "name"],
  required: true,
}

export const sex: ColumnSpec = { key: "sex", label: "性别", synonyms: ["男/女"] }

export const ethnicity: ColumnSpec = { key: "ethnicity", label: "民族", synonyms: ["民族成份", "民族成分"] }

export const faculty: ColumnSpec = {
  key: "faculty",
  label: "学院",
  synonyms: [
    "院系",
    "院（系）",
    "所在学院",
    "所在院系",
    "学院（系）",
    "学院名称",
    "院系名称",
    "院系部",
    "所属学院",
    "所属院系",
    "系别",
    "二级学院",
    "培养单位",
    "学部院系",
    "书院",
  ],
}

export const major: ColumnSpec = {
  key: "major",
  label: "专业",
  synonyms: ["专业名称", "所学专业", "所在专业", "攻读专业"],
}

export const className: ColumnSpec = {
  key: "className",
  label: "班级",
  synonyms: ["行政班", "行政班级", "班级名称", "所在班级", "专业班级", "班别"],
}

export const grade: ColumnSpec = {
  key: "grade",
  label: "年级",
  synonyms: ["所在年级", "当前年级", "入学年份", "入学年", "级别", "现在年级", "年级（级）"],
}

export const political: ColumnSpec = {
  key: "political",
  label: "政治面貌",
  synonyms: ["面貌", "政治身份", "政治状况", "党团员情况", "是否党团员", "政治面貌名称"],
}

export const rank: ColumnSpec = {
  key: "rank",
  label: "学业成绩综合排名",
  synonyms: [
    "综合排名",
    "最近1个学期/最近1学年/入学以来学业成绩综合排名",
    "最近一学期/最近一学年/入学以来学业成绩综合排名",
    "学习成绩综合排名",
    "成绩排名",
    "专业排名",
    "综合成绩排名",
    "排名",
    "综测排名",
  ],
}

export const fails: ColumnSpec = {
  key: "fails",
  label: "是否存在课业不及格情况",
  synonyms: [
    "有无课业不及格",
    "有无挂科",
    "是否挂科",
    "有无不及格",
    "不及格情况",
    "课业不及格情况",
    "是否有不及格",
    "是否有课业不及格",
    "是否存在不及格",
    "有无不及格课程",
  ],
}

export const remark: ColumnSpec = { key: "remark", label: "备注", synonyms: ["说明", "其他", "备注说明"] }
