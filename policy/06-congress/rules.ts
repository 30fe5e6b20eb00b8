import { type Answer, atLeastShare } from "@qiaoliang/clause"
import { kept, withinMonths } from "../asking.ts"
import {
  article,
  type CongressRecord,
  type Facts,
  isFaculty,
  isSchool,
  type Row,
  rule,
} from "../vocabulary.ts"

const congress = (f: Facts, name: string) =>
  withinMonths(f, "congress-held", 12, {
    what: name,
    cure: `筹备并召开${name}`,
    ...(f.congress ? { known: f.congress.held } : {}),
  })

const nothing = "代表名额：系统中没有可据以判断的材料"

/** What 6.4 asks to be covered, and the delegates who cover it. */
const coverage = (c: CongressRecord): readonly { name: string; kind: string; by: readonly Row[] }[] => {
  const rows = (of: (d: CongressRecord["delegates"][number]) => boolean) =>
    c.delegates.filter(of).map((d) => d.row)
  return [
    ...c.faculties.map((name) => ({ name, kind: "学院（系）", by: rows((d) => d.faculty === name) })),
    ...c.grades.map((grade) => ({ name: `${grade}级`, kind: "年级", by: rows((d) => d.grade === grade) })),
    ...c.mainSocieties.map((name) => ({ name, kind: "主要学生社团", by: rows((d) => d.society === name) })),
  ]
}

function covered(f: Facts): Answer | Answer[] {
  const limit = "各学院（系）、年级、主要学生社团各≥1名"
  if (!f.congress) return { answer: "unknown", because: nothing, limit, cure: "导入代表名单和社团名录" }
  const { at, faculties, grades, mainSocieties } = f.congress
  const missing = coverage(f.congress).filter((c) => c.by.length === 0)
  const place = at ? { at } : {}
  if (missing.length === 0)
    return {
      answer: "yes",
      because: `代表覆盖${faculties.length}个学院（系）、${grades.length}个年级、${mainSocieties.length}个主要学生社团`,
      value: f.congress.delegates.length,
      limit,
      ...place,
    }
  return missing.map(({ name, kind }) => ({
    answer: "no",
    because: `${kind}“${name}”没有代表`,
    value: 0,
    limit,
    subject: name,
    rows: [{ name, note: kind, ...at }],
    ...place,
    cure: `为${name}分配名额并补选代表`,
  }))
}

export const congressArticle = article(6, [
  rule("6.1", {
    quote: "校级学生代表大会须每年召开一次",
    when: isSchool,
    holds: (f) => congress(f, f.union.kind === "graduate" ? "校级研究生代表大会" : "校级学生代表大会"),
  }),
  rule("6.2", {
    quote: "代表经班级团支部推荐、学院（系）学生会组织选举产生",
    when: isSchool,
    holds: (f) =>
      kept(f, "delegates-elected", "推荐、选举产生", {
        yes: "代表均经班级团支部推荐、学院（系）学生会组织选举产生",
        no: "有代表未经班级团支部推荐或未经选举",
        cure: "补办推荐和选举，或取消代表资格",
      }),
  }),
  rule("6.3", {
    quote: "代表名额一般不低于所联系学生人数的1%",
    when: isSchool,
    share: (f) =>
      f.congress
        ? { part: f.congress.delegates.map((d) => d.row), whole: { length: f.congress.represented } }
        : null,
    evidence: "导入代表名单和学籍名册",
    what: "代表占所联系学生",
    limit: atLeastShare(1, 100),
  }),
  rule("6.4", {
    quote: "名额分配要覆盖各个学院（系）、年级及主要学生社团",
    when: isSchool,
    holds: covered,
  }),
  rule("6.5", {
    quote: "学院（系）学生代表大会原则上每年召开一次",
    when: isFaculty,
    holds: (f) =>
      congress(f, f.union.kind === "graduate" ? "学院（系）研究生代表大会" : "学院（系）学生代表大会"),
  }),
  rule("6.6a", {
    quote: "学代会选举结果应当向大会公告",
    holds: (f) =>
      kept(f, "result-announced", "向大会公告", {
        yes: "选举结果已向大会公告",
        no: "选举结果没有向大会公告",
        cure: "公告选举结果",
      }),
  }),
  rule("6.6b", {
    quote: "经同级党委批准",
    holds: (f) =>
      kept(f, "result-ratified", "同级党委批准", {
        yes: "选举结果已经同级党委批准",
        no: "选举结果没有经同级党委批准",
        cure: "报同级党委批准，批准前不得任职",
      }),
  }),
  rule("6.6c", {
    quote: "报上级学联、学生会组织备案",
    holds: (f) =>
      kept(f, "result-filed", "备案", {
        yes: "选举结果已报上级学联、学生会组织备案",
        no: "选举结果没有报上级学联、学生会组织备案",
        cure: "报送备案材料并保存回执",
      }),
  }),
])
