import { chineseDay } from "@qiaoliang/basics"
import { kept } from "../asking.ts"
import { article, rule } from "../vocabulary.ts"

export const role = article(1, [
  rule("1.1", {
    quote: "学生会是党领导下的主要学生组织",
    holds: (f) => {
      const limit = "章程在案并公开"
      const cure = "上传经学代会通过的章程并公开"
      if (!f.charter)
        return kept(f, "charter-on-file", limit, {
          yes: "章程写明学生会是党领导下的主要学生组织，并已公开",
          no: "没有写明职能定位的公开章程",
          cure,
        })
      const { adopted, document } = f.charter
      const told = `${document?.name ?? "章程"}自${chineseDay(adopted)}起施行`
      return f.charter.public
        ? { answer: "yes", because: `${told}，已公开`, value: adopted, limit }
        : { answer: "no", because: `${told}，但未公开`, value: adopted, limit, cure: "公开章程" }
    },
  }),
  rule("1.2", {
    quote: "及时向同学传达党的声音和主张",
    holds: (f) =>
      kept(f, "notices-passed-down", "及时传达", {
        yes: "本学期党的声音和主张已逐级传达到班级",
        no: "本学期党的声音和主张没有及时逐级传达",
        cure: "发布通知并逐级传达，跟踪各学院的送达情况",
      }),
  }),
  rule("1.3", {
    quote: "听取、收集同学在学业发展、身心健康、社会融入、权益维护等方面的普遍需求和现实困难",
    holds: (f) => {
      const answer = kept(f, "needs-collected", "面向全体同学听取、收集", {
        yes: "本学期面向全体同学听取、收集了需求和困难",
        no: "本学期没有面向全体同学听取、收集需求和困难",
        cure: "开放诉求登记，开展座谈或问卷并登记所听取的内容",
      })
      const empty = answer.answer === "no" ? (answer.rows ?? []).map((r) => r.name) : []
      return empty.length > 0
        ? { ...answer, because: `本学期没有听取、收集${empty.join("、")}方面的需求和困难` }
        : answer
    },
  }),
  rule("1.4", {
    quote: "及时反馈学校，帮助有效解决",
    holds: (f) =>
      kept(f, "needs-answered", "及时反馈、有效解决", {
        yes: "收集到的需求和困难已反馈学校并有答复",
        no: "收集到的需求和困难没有及时反馈学校或没有答复",
        cure: "将诉求转送责任部门，逾期的催办",
      }),
  }),
])
