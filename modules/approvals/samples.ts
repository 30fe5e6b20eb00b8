import type { Actor, Permission } from "#kit/server/actor.ts"
import {
  onUnions,
  type RoomSamples,
  type SampleUnion,
  sample,
  self,
  simple,
  unions,
} from "#kit/server/samples.ts"
import type { mayAccount, mayAmend, mayClose, mayFile, Owned } from "./abilities.ts"

const owned = (union: SampleUnion, applicant = "someone"): Owned => ({ union, applicant })

/** Whether the asker stands in the chain is found by `load`; here nobody does. */
type Reading = (actor: Actor, of: { readonly union: SampleUnion; readonly inChain: boolean }) => Permission

const each = onUnions((u) => owned(u))
const own = {
  校学生会的: { loaded: owned(unions.school, self.number), self: "申请人" },
  本学院学生会的: { loaded: owned(unions.own, self.number), self: "申请人" },
}

export const samples: RoomSamples = {
  room: "事前请示",
  verbs: {
    "approvals.list": simple("查看与自己有关的请示"),
    "approvals.one": sample<Reading>(
      "查看一份请示（链条之外的）",
      onUnions((union) => ({ union, inChain: false })),
    ),
    "approvals.calendar": simple("查看活动日历"),
    "approvals.queue": simple("查看待审核的请示"),
    "approvals.form": simple("查看申请表的样式"),
    "approvals.file": sample<typeof mayFile>(
      "提出请示",
      onUnions((u) => u),
    ),
    "approvals.amend": sample<typeof mayAmend>("改动请示", own),
    "approvals.spend": sample<typeof mayAccount>("登记支出", each),
    "approvals.strike": sample<typeof mayAccount>("冲销支出", each),
    "approvals.give-back": sample<typeof mayAccount>("登记归还", each),
    "approvals.archive": sample<typeof mayAccount>("归档总结", each),
    "approvals.close": sample<typeof mayClose>("办结", {
      ...each,
      "校学生会，由本人提出": { loaded: owned(unions.school, self.number), self: "申请人", barred: true },
    }),
    "approvals.cancel": sample<typeof mayAccount>("取消已批准的活动", each),
    "approvals.mark": simple("认定为重大事项"),
    "approvals.inform": simple("报告学校党委"),
    "approvals.set-lead": simple("规定提前多少天请示"),
  },
}
