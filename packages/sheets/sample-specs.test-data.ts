import type { SheetSpec } from "./spec.ts"

/** Specs as the product might write them, for the tests of this package only. */
const studentNo = {
  key: "studentNo",
  label: "学号",
  synonyms: ["学生学号", "学籍号", "负责人学号"],
  required: true,
}
const name = { key: "name", label: "姓名", synonyms: ["学生姓名", "名字"], required: true }
const faculty = {
  key: "faculty",
  label: "院系",
  synonyms: ["学院", "所在学院", "院（系）", "学院名称", "代表团"],
}
const grade = { key: "grade", label: "年级", synonyms: ["所在年级", "入学年份"] }
const party = { key: "party", label: "政治面貌", synonyms: ["面貌"] }
const rank = {
  key: "rank",
  label: "综合排名",
  synonyms: ["学业成绩综合排名", "最近1个学期/最近1学年/入学以来学业成绩综合排名", "成绩排名"],
}
const fails = {
  key: "fails",
  label: "是否存在课业不及格情况",
  synonyms: ["有无挂科", "有无课业不及格", "不及格情况"],
}

export const register: SheetSpec = {
  id: "register",
  label: "学生名册",
  hints: ["学生名册", "学籍"],
  columns: [
    studentNo,
    name,
    { key: "sex", label: "性别", synonyms: [], required: true },
    { key: "nation", label: "民族", synonyms: [] },
    { ...faculty, required: true },
    { key: "major", label: "专业", synonyms: [], required: true },
    { key: "class", label: "班级", synonyms: [] },
    { ...grade, required: true },
    { key: "level", label: "学历层次", synonyms: ["培养层次", "层次"] },
    party,
    { key: "campus", label: "校区", synonyms: [] },
  ],
}

export const academic: SheetSpec = {
  id: "academic",
  label: "学业成绩",
  hints: ["学业成绩", "成绩排名"],
  columns: [
    studentNo,
    name,
    faculty,
    { key: "major", label: "专业", synonyms: [] },
    { key: "semester", label: "最近一学期排名", synonyms: ["学期排名"], required: true },
    { key: "year", label: "最近一学年排名", synonyms: ["学年排名"] },
    { key: "overall", label: "入学以来排名", synonyms: ["总排名"] },
    { key: "fails", label: "不及格门数", synonyms: ["挂科门数"], required: true },
    { key: "remark", label: "备注", synonyms: [] },
  ],
}

export const roster: SheetSpec = {
  id: "roster",
  label: "工作人员名单",
  hints: ["工作人员名单"],
  columns: [
    { key: "no", label: "序号", synonyms: [] },
    name,
    studentNo,
    { key: "post", label: "职务", synonyms: ["职位"], required: true },
    { key: "department", label: "部门", synonyms: [] },
    party,
    faculty,
    grade,
    rank,
    fails,
    { key: "source", label: "来源", synonyms: [] },
    { key: "major", label: "专业", synonyms: [] },
    { key: "remark", label: "备注", synonyms: [] },
  ],
}

export const societies: SheetSpec = {
  id: "societies",
  label: "社团名录",
  hints: ["社团名录"],
  columns: [
    { key: "no", label: "序号", synonyms: [] },
    { key: "society", label: "社团名称", synonyms: [], required: true },
    { key: "type", label: "类别", synonyms: ["社团类别"] },
    { key: "guide", label: "业务指导单位", synonyms: [] },
    { key: "head", label: "负责人", synonyms: [] },
    { key: "headNo", label: "负责人学号", synonyms: [] },
    { key: "members", label: "会员人数", synonyms: ["人数"], required: true },
    { key: "founded", label: "成立年份", synonyms: [] },
    { key: "main", label: "是否主要社团", synonyms: ["主要社团"] },
  ],
}

export const delegates: SheetSpec = {
  id: "delegates",
  label: "代表名单",
  hints: ["代表名单"],
  columns: [
    { key: "no", label: "序号", synonyms: [] },
    { key: "delegation", label: "代表团", synonyms: [], required: true },
    name,
    studentNo,
    { key: "sex", label: "性别", synonyms: [] },
    { key: "nation", label: "民族", synonyms: [] },
    party,
    grade,
    { key: "source", label: "来源", synonyms: [] },
    { key: "society", label: "所属社团", synonyms: [] },
    { key: "cadre", label: "是否学生会骨干", synonyms: [] },
  ],
}

export const needs: SheetSpec = {
  id: "needs",
  label: "诉求登记",
  hints: ["诉求登记"],
  columns: [
    { key: "no", label: "编号", synonyms: [] },
    { key: "day", label: "登记日期", synonyms: [], required: true },
    faculty,
    { key: "by", label: "反映人", synonyms: [] },
    { key: "category", label: "类别", synonyms: [] },
    { key: "need", label: "诉求内容", synonyms: ["内容"], required: true },
    { key: "office", label: "转办部门", synonyms: [] },
    { key: "status", label: "办理状态", synonyms: [] },
    { key: "remark", label: "备注", synonyms: [] },
  ],
}

export const allSpecs = [register, academic, roster, societies, delegates, needs]
