import { applicant, by, jointly, procedure, step } from "@qiaoliang/procedure"

/** 1.3: an anonymous raiser stays unknown until two offices, by two people neither of whom asked, say otherwise. */
export const unsealing = procedure("needs.unsealing", "1.3", "开启诉求的匿名", [
  step("asked", by(applicant), "党委学生工作部或学校团委提出，写明理由"),
  step("signed", jointly("student-affairs", "school-league"), "党委学生工作部和学校团委共同决定", {
    days: 2,
  }),
])
