import { applicant, by, jointly, procedure, step } from "@qiaoliang/procedure"

/** 9.4: either office drafts; both sign the same version; then it is in force. */
export const joint = procedure("leadership.joint", "9.4", "共同研究规章制度、工作规划和工作人员遴选", [
  step("drafted", by(applicant), "学工部或校团委起草"),
  step("agreed", jointly("student-affairs", "school-league"), "学工部和校团委共同研究", {
    asks: [{ key: "opinion", label: "研究意见", min: 0, max: 1000 }],
  }),
])
