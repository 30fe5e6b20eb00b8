import { by, type Procedure, procedure, step } from "@qiaoliang/procedure"
import { proposalPractice } from "#policy/practice/proposals.ts"

/** Posts that lead an office: of the administration the Opinions name a deputy only. */
const leads = (office: string): string => (office === "administration" ? "deputy" : "head")

/** 1.4: the office named answers in time, its head approves, the first proposer says whether it satisfies. */
export const handlingBy = (office: string, days: number): Procedure =>
  procedure("proposals.handling", "1.4", "提案办理", [
    step("answered", by(office), "承办单位提出答复", { days }),
    step("approved", by(office, leads(office)), "承办单位负责人审签答复", {
      days: proposalPractice.approve.days,
    }),
    step("rated", by("applicant"), "提案人反馈满意程度", { days: proposalPractice.rate.days }),
  ])

/** As it stands where nothing else was set: 学工部 as an example of the office. */
export const handling = handlingBy("student-affairs", proposalPractice.answer.days)
