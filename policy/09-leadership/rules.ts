import { chineseDay } from "@qiaoliang/basics"
import type { Answer } from "@qiaoliang/clause"
import { kept, named, withinMonths } from "../asking.ts"
import { type AgreedKind, article, type Facts, isSchool, rule, unmechanised } from "../vocabulary.ts"

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

/**
 * Each of the offices named has its head. One without a head on record is named and leaves the clause open: an
 * office exists whether or not its head was registered; an attestation may speak for it.
 */
function cooperating(f: Facts): Answer {
  const limit = "党委统一领导，各部门协同"
  const cure = "明确各部门的职责和负责人"
  const vacant = f.offices?.filter((o) => o.head === null) ?? []
  if (!f.offices || (vacant.length > 0 && f.answers["offices-cooperate"]))
    return kept(f, "offices-cooperate", limit, {
      yes: "学校已建立党委统一领导、学工部统筹、团委指导、有关部门协同的工作机制",
      no: "学校没有建立党委统一领导、有关部门协同的工作机制",
      cure,
    })
  return {
    answer: vacant.length === 0 ? "yes" : "unknown",
    because: vacant.length
      ? `没有登记负责人：${vacant.map((o) => o.name).join("、")}`
      : `${f.offices.length}个部门都已明确负责人`,
    value: f.offices.length - vacant.length,
    limit,
    rows: f.offices.map((o) => ({ name: o.name, note: o.head ?? "没有登记负责人" })),
    cure,
  }
}

const agreedKinds: Readonly<Record<AgreedKind, string>> = {
  rule: "规章制度",
  plan: "工作规划",
  selection: "工作人员遴选",
}

/** All three matters need a document both signed; for one without, an attestation may still speak. */
function studiedTogether(f: Facts): Answer {
  const limit = "学工部和校团委共同研究"
  const cure = "提交学工部和校团委共同研究，双方签署同一版本"
  const agreed = f.agreed ?? []
  const missing = (Object.keys(agreedKinds) as AgreedKind[]).filter((k) => !agreed.some((a) => a.kind === k))
  if (agreed.length === 0 || (missing.length > 0 && f.answers["rules-agreed"]))
    return kept(f, "rules-agreed", limit, {
      yes: "本学年的规章制度、工作规划和遴选由学工部和校团委共同研究",
      no: "本学年有规章制度、工作规划或遴选没有由学工部和校团委共同研究",
      cure,
    })
  const told = `双方共同签署、现行有效的有${agreed.length}份`
  return {
    answer: missing.length === 0 ? "yes" : "unknown",
    because: missing.length
      ? `${told}，其中没有${missing.map((k) => agreedKinds[k]).join("、")}`
      : `${told}，规章制度、工作规划和工作人员遴选都有`,
    value: agreed.length,
    limit,
    rows: agreed.map((a) => ({
      id: a.id,
      name: a.title,
      note: `${agreedKinds[a.kind]}，${chineseDay(a.from)}起`,
    })),
    cure,
  }
}

/** 9.3: how often is 定期, in months, by the reading a union chose. */
export const hearingMonths = (reading: string | undefined): number => (reading === "half-yearly" ? 6 : 12)

export const leadership = article(9, [
  rule("9.1", {
    quote: "构建党委统一领导，党委学生工作部统筹负责，团委具体指导",
    when: isSchool,
    holds: cooperating,
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
      withinMonths(f, "party-hearing", hearingMonths(reading), {
        what: "学校党委听取学生会工作汇报",
        cure: "安排党委会议听取学生会工作汇报",
      }),
  }),
  rule("9.4", {
    quote: "共同研究学生会的规章制度、工作规划和工作人员遴选等重要事项",
    when: isSchool,
    holds: studiedTogether,
  }),
  rule("9.5", {
    quote: "党委负责学生工作的副书记分管学生会工作，负责教学工作的副校长参与学生会管理",
    when: isSchool,
    holds: inCharge,
  }),
])
