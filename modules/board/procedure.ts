import { by, procedure, step } from "@qiaoliang/procedure"
import { reviewWithin } from "#policy/practice/requests.ts"

/** 10.4: important information is reviewed before it is published. */
export const briefingReview = procedure("board.briefing", "10.4", "诉求简报发布前的审核", [
  step("submitted", by("applicant"), "学生会提交简报"),
  step("reviewed", by("school-league", "designated"), "校团委专职副书记审核", {
    clause: "10.4",
    days: reviewWithin.days,
  }),
])
