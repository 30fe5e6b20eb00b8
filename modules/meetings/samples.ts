import type { Actor, Permission } from "#kit/server/actor.ts"
import {
  onUnions,
  type RoomSamples,
  type SampleUnion,
  sample,
  self,
  simple,
  unions,
  type Within,
} from "#kit/server/samples.ts"
import type { Convening } from "#modules/presidium/index.ts"
import type { mayRead, maySettle, mayVote } from "./abilities.ts"
import type { Person } from "./meeting.ts"

/** A presidium with an executive chair, its stand-in, or (where the union has no such chair) its members alike. */
const convening = (rule: Convening["rule"], who: Pick<Convening, "chair" | "standIn">): Convening => ({
  rule,
  reading: "",
  members: [self],
  ...who,
})
const chaired = convening("rotation", { chair: self, standIn: null })
const stoodIn = convening("rotation", { chair: null, standIn: self })
const vacant = convening("rotation", { chair: null, standIn: null })
const alike = convening("member", { chair: null, standIn: null })

interface Sitting {
  readonly union: SampleUnion
  readonly convening: Convening
  readonly meeting: { readonly convener: Person; readonly presiding: Person | null }
  readonly next: { readonly convener: Person }
  readonly resolution: { readonly owner: Person | null }
}
type At = (actor: Actor, of: Sitting) => Permission

const sitting = (of: Convening, owner: Person | null = null): Sitting => ({
  union: unions.school,
  convening: of,
  meeting: { convener: self, presiding: null },
  next: { convener: self },
  resolution: { owner },
})

const presided = {
  "校学生会，执行主席当值": { loaded: sitting(chaired), self: "执行主席" },
  "校学生会，登记了代理人": { loaded: sitting(stoodIn), self: "代理人" },
  "校学生会，没有当值的执行主席": { loaded: sitting(vacant) },
  "校学生会，不设执行主席": { loaded: sitting(alike), self: "召集人" },
}
const presidedBy = (name: string) => sample<At>(name, presided)

export const samples: RoomSamples = {
  room: "主席团会议",
  verbs: {
    "meetings.settle": sample<Within<"union", typeof maySettle>>(
      "议定重要事项和法定人数",
      onUnions((union) => ({ union })),
    ),
    "meetings.convene": presidedBy("召集会议"),
    "meetings.add-item": presidedBy("增加议题"),
    "meetings.drop-item": presidedBy("删去议题"),
    "meetings.cancel": presidedBy("取消会议"),
    "meetings.open": presidedBy("宣布开会"),
    "meetings.call-roll": presidedBy("点名"),
    "meetings.note-item": presidedBy("记录议题"),
    "meetings.put-to-vote": presidedBy("提交表决"),
    "meetings.vote": sample<Within<"union", typeof mayVote>>(
      "表决",
      onUnions((union) => ({ union })),
    ),
    "meetings.count": presidedBy("计票"),
    "meetings.close": presidedBy("结束会议"),
    "meetings.write-minutes": sample<At>("写纪要", {
      ...presided,
      "校学生会，当时的主持人": {
        loaded: { ...sitting(vacant), meeting: { convener: self, presiding: self } },
        self: "主持人",
      },
    }),
    "meetings.confirm-minutes": presidedBy("确认纪要"),
    "meetings.put-in-force": presidedBy("施行决议"),
    "meetings.link-report": presidedBy("关联请示"),
    "meetings.assign": presidedBy("指定落实的人"),
    "meetings.finish": sample<At>("登记落实情况", {
      ...presided,
      "校学生会，负责落实的人": { loaded: sitting(vacant, self), self: "负责落实的人" },
    }),
    "meetings.one": sample<Within<"union", typeof mayRead>>(
      "查看会议",
      onUnions((union) => ({ union })),
    ),
    "meetings.list": simple("进入主席团会议"),
    "meetings.rules": sample<Within<"union", typeof mayRead>>(
      "查看议事规定",
      onUnions((union) => ({ union })),
    ),
  },
}
