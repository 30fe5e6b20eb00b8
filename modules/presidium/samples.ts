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
import type { mayAgree, mayPropose, mayRead } from "./abilities.ts"
import type { Convening } from "./chair.ts"
import type { Change } from "./handover.ts"
import type { Member } from "./rotation.ts"

const other: Member = { number: "someone", name: "某成员" }

type Naming = (
  actor: Actor,
  of: { readonly union: SampleUnion; readonly convening: Pick<Convening, "chair"> },
) => Permission
const naming = (union: SampleUnion, chair: Member | null) => ({
  loaded: { union, convening: { chair } },
  ...(chair ? { self: "执行主席" } : {}),
})
const standIns = {
  "校学生会，有执行主席": naming(unions.school, self),
  "校学生会，没有执行主席": naming(unions.school, null),
  "本学院学生会，有执行主席": naming(unions.own, self),
}

type Handing = (
  actor: Actor,
  of: { readonly union: SampleUnion; readonly change: Change; readonly members: readonly Member[] },
) => Permission
const handing = (outgoing: Member, incoming: Member, members: readonly Member[]) => ({
  union: unions.school,
  change: { semester: { schoolYear: 2025, half: 1 }, outgoing, incoming, due: "2025-09-15" } as const,
  members,
})

export const samples: RoomSamples = {
  room: "主席团轮值",
  verbs: {
    "presidium.propose": sample<typeof mayPropose>(
      "拟定轮值计划",
      onUnions((u) => u),
    ),
    "presidium.agree": sample<Within<"union", typeof mayAgree>>(
      "同意轮值计划",
      onUnions((union) => ({ union })),
    ),
    "presidium.name-stand-in": sample<Naming>("登记代理人", standIns),
    "presidium.end-stand-in": sample<Naming>("提前结束代理", standIns),
    "presidium.hand-over": sample<Handing>("交接：卸任", {
      "校学生会，卸任的仍是成员": { loaded: handing(self, other, [self, other]), self: "卸任的执行主席" },
      "校学生会，卸任的已经离开": {
        loaded: handing(other, self, [self]),
        self: "接任的执行主席",
        barred: true,
      },
    }),
    "presidium.take-over": sample<Handing>("交接：接任", {
      校学生会: { loaded: handing(other, self, [self, other]), self: "接任的执行主席" },
    }),
    "presidium.open-feed": sample<typeof mayPropose>(
      "开通日历订阅",
      onUnions((u) => u),
    ),
    "presidium.close-feed": sample<typeof mayPropose>(
      "关闭日历订阅",
      onUnions((u) => u),
    ),
    "presidium.one": sample<typeof mayRead>(
      "查看轮值",
      onUnions((u) => u),
    ),
    "presidium.list": simple("进入主席团轮值"),
  },
}
