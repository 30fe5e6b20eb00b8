import type { Module } from "#kit/server/module.ts"
import { attachReport } from "./actions/attach-report.ts"
import { callOff } from "./actions/call-off.ts"
import { draft, repeal, revise } from "./actions/draft.ts"
import { finish } from "./actions/finish.ts"
import { answerGuidance, guide } from "./actions/guide.ts"
import { decide, recordHearing } from "./actions/record-hearing.ts"
import { schedule } from "./actions/schedule.ts"
import { documents, one, published } from "./queries/documents.ts"
import { guidance } from "./queries/guidance.ts"
import { hearing, hearings } from "./queries/hearings.ts"
import { routes } from "./routes.ts"

export const leadership: Module = {
  name: "leadership",
  at: import.meta.url,
  clauses: ["2.3", "9.3", "9.4", "10.1"],
  served: [
    hearings,
    hearing,
    schedule,
    attachReport,
    recordHearing,
    decide,
    finish,
    callOff,
    documents,
    one,
    draft,
    revise,
    repeal,
    published,
    guidance,
    guide,
    answerGuidance,
  ],
  appendOnly: [
    "hearing_report",
    "hearing_decision",
    "decision_done",
    "joint_version",
    "guidance",
    "guidance_answer",
  ],
  routes,
}
