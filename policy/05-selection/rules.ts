import { type Answer, atLeastShare } from "@qiaoliang/clause"
import { kept, proven } from "../asking.ts"
import { article, type Facts, isFaculty, isSchool, rule, staff } from "../vocabulary.ts"

/**
 * Who came from a faculty union, of everybody. Null where the roster has no origins, or has so few that
 * those without one would decide.
 */
function fromFaculties(f: Facts) {
  const everyone = staff(f)
  if (!everyone?.some((p) => p.origin)) return null
  const part = everyone.filter((p) => p.origin === "faculty-union")
  const blank = everyone.filter((p) => !p.origin).length
  const half = everyone.length / 2
  if (part.length < half && part.length + blank >= half) return null
  return { part: part.map((p) => p.row), whole: everyone }
}

/** 5.3 by the candidates on record with their sources; without any, by what is vouched for. */
function representative(f: Facts): Answer {
  const limit = "从校、院工作人员和优秀学生典型中产生"
  const said = {
    yes: "主席团候选人从校、学院（系）学生会工作人员和各领域优秀学生典型中产生",
    no: "有主席团候选人不是从规定的范围中产生",
    cure: "登记每名候选人的来源，调整不符合的人选",
  }
  const { candidates = [], outside = [] } = f.selection ?? {}
  if (candidates.length === 0) return kept(f, "candidates-representative", limit, said)
  const { cure } = said
  return outside.length > 0
    ? {
        answer: "no",
        because: `${said.no}：${outside.map((r) => r.name).join("、")}`,
        value: outside.length,
        limit,
        rows: outside,
        cure,
      }
    : {
        answer: "yes",
        because: `${said.yes}（${candidates.length}人）`,
        value: candidates.length,
        limit,
        rows: candidates,
      }
}

export const selection = article(5, [
  rule("5.1", {
    quote: "学生会主席团由学生代表大会选举产生",
    holds: (f) =>
      kept(f, "presidium-elected", "学生代表大会选举", {
        yes: "现任主席团由学生代表大会选举产生",
        no: "现任主席团不是由学生代表大会选举产生",
        cure: "召开学生代表大会选举主席团",
      }),
  }),
  rule("5.2", {
    quote: "由学校党委学生工作部门和学校团委联合审查后，报学校党委确定",
    when: isSchool,
    holds: (f) =>
      proven(f, [f.selection?.presidium], "school-candidates-determined", "推荐、同意、联合审查、确定", {
        yes: "主席团候选人均经推荐、同意、联合审查，由校党委确定",
        no: "有主席团候选人未经规定的推荐、同意、联合审查和确定",
        cure: "补办缺少的步骤，或撤回该候选人",
      }),
  }),
  rule("5.3", {
    quote: "主席团候选人要具有代表性",
    when: isSchool,
    holds: (f) => representative(f),
  }),
  rule("5.4", {
    quote: "校级学生会工作部门成员由学院（系）团组织推荐",
    when: isSchool,
    holds: (f) =>
      proven(f, [f.selection?.members], "school-members-determined", "推荐、审核确定", {
        yes: "工作部门成员均由学院（系）团组织推荐，经学工部门和校团委审核确定",
        no: "有工作部门成员未经学院（系）团组织推荐或未经审核确定",
        cure: "补办推荐和审核",
      }),
  }),
  rule("5.5", {
    quote: "应当由班级团支部推荐，经学院（系）团组织同意，由学院（系）党组织确定",
    when: isFaculty,
    holds: (f) =>
      proven(
        f,
        [f.selection?.presidium, f.selection?.members],
        "faculty-staff-determined",
        "推荐、同意、确定",
        {
          yes: "主席团候选人和工作人员均经班级团支部推荐、学院（系）团组织同意、党组织确定",
          no: "有主席团候选人或工作人员未经规定的推荐、同意和确定",
          cure: "补办缺少的步骤",
        },
      ),
  }),
  rule("5.6", {
    quote: "来自学院（系）学生会的成员一般不少于50%",
    when: isSchool,
    share: fromFaculties,
    evidence: "在工作人员名单的“来源”一栏写明来自哪个学院（系）学生会",
    what: "来自学院（系）学生会的工作人员",
    limit: atLeastShare(1, 2),
  }),
])
