import {
  classes,
  onUnions,
  type RoomSamples,
  type SampleUnion,
  sample,
  self,
  simple,
  unions,
} from "#kit/server/samples.ts"
import type { mayApply, mayCall, mayChangeOwn, mayKeep, mayReadApplication, mayWork } from "./abilities.ts"
import type { Application } from "./application.ts"
import { type Call, kindsAt, type PostKind } from "./call.ts"

/** A call for every kind of post its union can have. */
const call = (union: SampleUnion, status: Call["status"] = "open"): Call => ({
  id: "call",
  unionId: union.id,
  unionName: union.name,
  level: union.level,
  kind: union.kind,
  faculty: union.faculty,
  status,
  publishedOn: status === "draft" ? null : "2025-11-01",
  closedOn: null,
  endedBecause: null,
  title: "选拔通知",
  text: "",
  contact: "",
  opensOn: "2025-11-01",
  closesOn: "2025-11-30",
  posts: kindsAt[union.level].map((kind) => ({ id: kind, kind, department: null, number: 1 })),
})

/** An application by the person concerned, a student of the cast's own faculty and class. */
const application = (union: SampleUnion, postKind: PostKind) => ({
  call: call(union),
  application: {
    id: "application",
    callId: "call",
    postId: postKind,
    number: self.number,
    name: self.name,
    faculty: classes.own.faculty,
    className: classes.own.name,
    grade: 2023,
    level: "undergraduate",
    postKind,
    department: null,
    source: "other",
    sourceNote: "",
    sourceOnRecord: null,
    statement: "",
    achievements: "",
    conditions: [],
    version: "",
    status: "submitted",
    submittedOn: "2025-11-02",
    changedOn: "2025-11-02",
  } satisfies Application,
})

const kept = onUnions((u) => call(u))
const read = {
  ...kept,
  校学生会的草稿: { loaded: call(unions.school, "draft") },
}
const own = { 本学院学生的报名: { loaded: application(unions.school, "school-member"), self: "报名人" } }

export const samples: RoomSamples = {
  room: "选拔通知",
  verbs: {
    "calls.public": simple("查看选拔通知"),
    "calls.one": simple("查看一份选拔通知"),
    "calls.mine": simple("查看自己的报名"),
    "calls.apply": sample<typeof mayApply>("报名", kept),
    "calls.change": sample<typeof mayChangeOwn>("修改报名", own),
    "calls.withdraw": sample<typeof mayChangeOwn>("撤回报名", own),
    "calls.list": simple("进入选拔通知"),
    "calls.work": sample<typeof mayWork>("查看通知的办理", read),
    "calls.draft": sample<typeof mayCall>(
      "起草选拔通知",
      onUnions((u) => u),
    ),
    "calls.edit": sample<typeof mayKeep>("修改草稿", kept),
    "calls.discard": sample<typeof mayKeep>("删除草稿", kept),
    "calls.publish": sample<typeof mayKeep>("发布选拔通知", kept),
    "calls.correct": sample<typeof mayKeep>("更正选拔通知", kept),
    "calls.close": sample<typeof mayKeep>("提前截止", kept),
    "calls.cancel": sample<typeof mayKeep>("取消选拔通知", kept),
    "calls.applicants": sample<typeof mayWork>("查看报名名单", read),
    "calls.applicant": sample<typeof mayReadApplication>("查看一份报名", {
      报名校学生会主席团: { loaded: application(unions.school, "school-presidium"), self: "报名人" },
      报名校学生会工作部门: { loaded: application(unions.school, "school-member"), self: "报名人" },
      报名本学院学生会主席团: { loaded: application(unions.own, "faculty-presidium"), self: "报名人" },
      报名本学院学生会工作人员: { loaded: application(unions.own, "faculty-staff"), self: "报名人" },
    }),
  },
}
