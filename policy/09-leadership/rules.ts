import type { Answer } from "@qiaoliang/clause"
import { kept, named, withinMonths } from "../asking.ts"
import { article, type Facts, isSchool, rule, unmechanised } from "../vocabulary.ts"

/** 9.5 asks for two people at once: each is told apart by its subject. */
const inCharge = (f: Facts): Answer[] => [
  {
    ...named(f, "party-deputy", "党委副书记分管", {
      what: "分管学生会工作的党委副书记",
      cure: "登记分管的党委副书记",
    }),
    subject: "党委副书记",
  },
  {
    ...named(f, "vice-president", "教学副校长参与", {
      what: "参与学生会管理的教学副校长",
      cure: "登记参与管理的教学副校长",
    }),
    subject: "教学副校长",
  },
]

export const leadership = article(9, [
  rule("9.1", {
    quote: "构建党委统一领导，党委学生工作部统筹负责，团委具体指导",
    when: isSchool,
    holds: (f) =>
      kept(f, "offices-cooperate", "党委统一领导，各部门协同", {
        yes: "学校已建立党委统一领导、学工部统筹、团委指导、有关部门协同的工作机制",
        no: "学校没有建立党委统一领导、有关部门协同的工作机制",
        cure: "明确各部门的职责和负责人",
      }),
  }),
  unmechanised("9.2", "可选事项：兼任与否由任职记录显示，不构成偏离"),
  rule("9.3", {
    quote: "学校党委定期听取学生会工作汇报",
    when: isSchool,
    readings: {
      yearly: { label: "定期：12个月内至少一次", source: "第九条；自评表按学年填报会议日期" },
      "half-yearly": { label: "定期：6个月内至少一次", source: "第九条；较严的读法" },
    },
    holds: (f, reading) =>
      withinMonths(f, "party-hearing", reading === "half-yearly" ? 6 : 12, {
        what: "学校党委听取学生会工作汇报",
        cure: "安排党委会议听取学生会工作汇报",
      }),
  }),
  rule("9.4", {
    quote: "共同研究学生会的规章制度、工作规划和工作人员遴选等重要事项",
    when: isSchool,
    holds: (f) =>
      kept(f, "rules-agreed", "学工部和校团委共同研究", {
        yes: "本学年的规章制度、工作规划和遴选由学工部和校团委共同研究",
        no: "本学年有规章制度、工作规划或遴选没有由学工部和校团委共同研究",
        cure: "提交学工部和校团委共同研究，双方签署同一版本",
      }),
  }),
  rule("9.5", {
    quote: "党委负责学生工作的副书记分管学生会工作，负责教学工作的副校长参与学生会管理",
    when: isSchool,
    holds: inCharge,
  }),
])
