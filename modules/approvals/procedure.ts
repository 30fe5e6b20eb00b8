import { by, type Procedure, procedure, step, withExtra } from "@qiaoliang/procedure"
import { facultyFirst, informWithin, reviewWithin } from "#policy/practice/requests.ts"

/** 10.4 with 10.3: handed in, then reviewed by the one designated; what was approved may be changed and is reviewed again. */
const chain = (id: string, clause: "10.4" | "7.4", title: string, brought: string, reviewed: string) =>
  procedure(
    id,
    clause,
    title,
    [
      step("submitted", by("applicant"), brought),
      step("reviewed", by("school-league", "designated"), reviewed, {
        clause,
        days: reviewWithin.days,
        asks: [{ key: "conditions", label: "审核意见（附条件的写明条件）", min: 0, max: 1000 }],
      }),
    ],
    { reopens: true },
  )

const asked = "学生会提出申请"
const reviewed = "校团委专职副书记审核"

export const activity = chain("approvals.activity", "10.4", "举办活动的审核", asked, reviewed)
export const information = chain("approvals.information", "10.4", "发布重要信息的审核", asked, reviewed)
export const external = chain("approvals.external", "10.4", "开展对外联系的审核", asked, reviewed)
export const funds = chain("approvals.funds", "10.4", "使用经费物资的审核", asked, reviewed)
export const priorReport = chain(
  "approvals.prior-report",
  "7.4",
  "重要事项的事先报告",
  "事先向学校团委报告",
  "校团委专职副书记审阅",
)

/** 10.2: the League committee reports, the Party committee takes note and may ask for something. */
export const partyReport = procedure("approvals.party-report", "10.2", "重大事项向党委汇报", [
  step("reported", by("school-league"), "学校团委向党委汇报", { days: informWithin.days }),
  step("noted", by("school-party"), "学校党委知悉", {
    asks: [{ key: "demand", label: "党委有关要求", min: 0, max: 1000 }],
  }),
])

export const requestProcedures: readonly Procedure[] = [activity, information, external, funds, priorReport]

/** The same chain for a faculty union: its faculty's League organisation first, as practice has it. */
export const throughFaculty = (p: Procedure): Procedure =>
  withExtra(
    p,
    "submitted",
    step("faculty", by(facultyFirst.office), facultyFirst.label, { days: facultyFirst.days }),
  )
