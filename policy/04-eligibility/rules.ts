import { ratio } from "@qiaoliang/basics"
import { atMostShare, type Holding } from "@qiaoliang/clause"
import { kept, proven } from "../asking.ts"
import { article, type Post, rule, staff } from "../vocabulary.ts"
import { standing } from "./standing.ts"

const political: Readonly<Record<string, string>> = {
  member: "中共党员",
  probationary: "中共预备党员",
  league: "共青团员",
}

/** 4.1 by the register: the roster only claims. */
function affiliated({ row, student }: Post): Holding {
  if (!student) return { row, answer: "unknown", because: "学籍名册中没有此人" }
  const known = political[student.political]
  if (known) return { row, answer: "yes", because: known }
  return { row, answer: "no", because: student.politicalWritten || "非党员、团员" }
}

const thirty = ratio(3, 10)
const form = "《高校学生会改革情况自评表》第8项"

export const eligibility = article(4, [
  rule("4.1", {
    quote: "应当为共产党员或共青团员",
    everyone: (f) => staff(f)?.map(affiliated) ?? null,
    what: "工作人员",
    evidence: "导入工作人员名单",
    must: "为共产党员或共青团员",
    cure: "核对政治面貌记录；确不符合的，不再担任工作人员",
  }),
  rule("4.2", {
    quote: "品行端正、作风务实、乐于奉献",
    holds: (f) =>
      proven(f, [f.selection?.presidium, f.selection?.members], "recommenders-vouched", "推荐单位书面评价", {
        yes: "推荐单位对每名工作人员作出了书面评价",
        no: "有工作人员没有推荐单位的书面评价",
        cure: "请推荐单位补写评价",
      }),
  }),
  rule("4.3", {
    quote: "学习成绩综合排名在本专业前30%以内，且无课业不及格情况",
    readings: {
      "practice-any": { label: "三个时段取其一，新生和研究生按自评表例外", source: form },
      "practice-semester": { label: "看最近1个学期，新生和研究生按自评表例外", source: form },
      "practice-year": { label: "看最近1学年，新生和研究生按自评表例外", source: form },
      "practice-overall": { label: "看入学以来，新生和研究生按自评表例外", source: form },
      text: { label: "按条文原文，人人看入学以来", source: "第四条" },
    },
    everyone: (f, reading) => {
      const local = f.limits["4.3"]
      const share = (local?.kind === "share" && local.atMost) || thirty
      return staff(f)?.map((p) => standing(p, f, reading, share)) ?? null
    },
    what: "工作人员",
    evidence: "导入工作人员名单",
    must: "综合排名在本专业前30%以内且无课业不及格",
    limit: atMostShare(3, 10),
    cure: "核对成绩记录；确不符合的，不再担任工作人员",
  }),
  rule("4.4", {
    quote: "符合上述条件的学生，均可报名参加学生会工作",
    holds: (f) =>
      kept(f, "call-open", "符合条件均可报名", {
        yes: "本学年选拔公开报名，符合条件的学生均可报名",
        no: "本学年选拔没有向全部符合条件的学生开放报名",
        cure: "公开发布选拔通知，重新接受报名",
      }),
  }),
])
