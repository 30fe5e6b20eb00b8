import type { Answer } from "@qiaoliang/clause"
import { kept } from "../asking.ts"
import {
  article,
  type Facts,
  isFaculty,
  type Post,
  rule,
  type TurnFact,
  unmechanised,
} from "../vocabulary.ts"

/** Names of standing layers that are no 工作部门: 新媒体运营中心, 项目办公室, 工作室… */
const standingLayer = /(中心|办公室|项目办|工作室|工作站|秘书处|委员会|指挥部)$/

const rotates = (f: Facts) => f.charter?.rotation === true
/** The charter left the option of 2.2 aside. */
const doesNotRotate = (f: Facts) => f.charter?.rotation === false

const isChair = (post: Pick<Post, "title">) => /执行主席|轮值主席/.test(post.title)
/** 主席、副主席 and their compounds (常务副主席), not 执行主席, not 主席团成员: what 2.2b does away with. */
export const isFormerTitle = (post: Pick<Post, "kind" | "title">): boolean =>
  post.kind === "presidium" && !isChair(post) && /主席(?!团)/.test(post.title)

/** What a union that has adopted the rotation does about such a title. */
export const formerTitleCure = "改设执行主席，由主席团成员按学期轮值"

const notedTitles = (posts: readonly Post[]) => posts.map((p) => ({ ...p.row, note: p.title }))

/** A plan is in force: the chair of the day is in office, and the roster calls nobody else so. */
function followsPlan({ semester, chair }: TurnFact, titled: readonly Post[], limit: string): Answer {
  if (!chair)
    return {
      answer: "no",
      because: `${semester}没有当值的执行主席：轮值计划没有安排，或当值者已不在主席团`,
      value: 0,
      limit,
      cure: "重新拟定并通过轮值计划",
    }
  const right = titled.length === 1 && titled[0]?.row.studentId === chair.studentId
  const named = titled.map((p) => p.name).join("、")
  const because = right
    ? `设执行主席，不设主席、副主席；${semester}由${chair.name}轮值`
    : `${semester}按轮值计划由${chair.name}当值，名册上${named ? `的执行主席是${named}` : "没有执行主席"}`
  return {
    answer: right ? "yes" : "no",
    because,
    value: titled.length,
    limit,
    rows: notedTitles(titled),
    ...(right ? {} : { cure: "按轮值计划更正名册上的职务" }),
  }
}

export const workings = article(2, [
  rule("2.1", {
    quote: "一般为“主席团+工作部门”模式",
    holds: (f): Answer | Answer[] => {
      const limit = "“主席团+工作部门”"
      if (f.posts === null && f.departments.length === 0)
        return {
          answer: "unknown",
          because: "组织架构：系统中没有可据以判断的材料",
          limit,
          cure: "导入工作人员名单",
        }
      const layers = f.departments.filter((d) => standingLayer.test(d.name))
      if (layers.length === 0)
        return {
          answer: "yes",
          because: `除主席团外设${f.departments.length}个工作部门，没有其他常设层级`,
          value: f.departments.length,
          limit,
        }
      return layers.map((d) => ({
        answer: "no",
        because: `“${d.name}”是“中心”“办公室”一类的常设层级，不是工作部门`,
        value: d.name,
        limit,
        subject: d.name,
        rows: [{ name: d.name, ...d.at }],
        ...(d.at ? { at: d.at } : {}),
        cure: `撤销${d.name}，或改设为工作部门并更名`,
      }))
    },
  }),
  rule("2.2a", {
    quote: "学生会主席团集体负责学生会重大事项",
    when: rotates,
    holds: (f) =>
      kept(f, "presidium-decides-together", "集体负责", {
        yes: "本学期的重大事项均由主席团集体决定",
        no: "本学期有重大事项未经主席团集体决定",
        cure: "将该事项提交主席团会议讨论、表决并记录",
      }),
  }),
  rule("2.2b", {
    quote: "不设主席、副主席，设执行主席",
    when: (f) => !doesNotRotate(f),
    holds: (f): Answer => {
      const limit = "执行主席、主席团成员"
      if (f.posts === null)
        return {
          answer: "unknown",
          because: "主席团的职务：系统中没有可据以判断的材料",
          limit,
          cure: "导入工作人员名单",
        }
      const former = f.posts.filter(isFormerTitle)
      const chairs = f.posts.filter(isChair)
      const cure = formerTitleCure
      if (former.length > 0) {
        const found = { value: former.length, limit, rows: notedTitles(former), cure }
        const told = former.map((p) => `${p.name}（${p.title}）`).join("、")
        return rotates(f)
          ? { answer: "no", because: `已实行轮值制度，仍设主席、副主席：${told}`, ...found }
          : {
              answer: "unknown",
              because: `设有主席、副主席：${told}。章程没有说明是否实行轮值制度；一经采用即为违反`,
              ...found,
              cure: `在章程中写明是否实行轮值制度；采用的，${cure}`,
            }
      }
      const turn = rotates(f) ? f.turn : undefined
      if (turn) return followsPlan(turn, chairs, limit)
      if (chairs.length > 0)
        return {
          answer: "yes",
          because: "设执行主席，不设主席、副主席",
          value: chairs.length,
          limit,
          rows: notedTitles(chairs),
        }
      return {
        answer: rotates(f) ? "no" : "unknown",
        because: rotates(f)
          ? "已实行轮值制度，名册上没有执行主席"
          : "名册上没有执行主席，章程没有说明是否实行轮值制度",
        value: 0,
        limit,
        cure: "登记本学期当值的执行主席",
      }
    },
  }),
  rule("2.2c", {
    quote: "执行主席负责召集会议、牵头日常工作",
    when: (f) => !doesNotRotate(f),
    holds: (f) =>
      kept(f, "chair-convenes", "执行主席召集", {
        yes: "本学期的会议均由当值执行主席或登记的代理人召集",
        no: "本学期有会议不是由当值执行主席召集",
        cure: "由当值执行主席召集会议，不能履职时登记代理人",
      }),
  }),
  rule("2.3", {
    quote: "接受校级学生会指导",
    when: isFaculty,
    holds: (f) =>
      kept(f, "faculty-guided", "接受指导", {
        yes: "校级学生会本学年对本会的指导有记录",
        no: "校级学生会本学年没有指导本会",
        cure: "由校级学生会开展指导并登记",
      }),
  }),
  unmechanised("2.4", "可选事项：承办面向全校的项目由项目记录显示，办与不办都不构成偏离"),
  rule("2.5", {
    quote: "善于在班级工作和社团活动的基础上开展符合学校特点、适合同学要求的活动",
    holds: (f) =>
      kept(f, "built-on-classes", "以班级和社团为基础", {
        yes: "本学期的活动在班级工作和社团活动的基础上开展",
        no: "本学期的活动没有以班级工作和社团活动为基础",
        cure: "活动登记所依托的班级和社团",
      }),
  }),
])
