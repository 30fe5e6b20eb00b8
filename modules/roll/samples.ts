import { type RoomSamples, type SampleUnion, sample, self, simple, unions } from "#kit/server/samples.ts"
import type { Duty, OfAssembly } from "#modules/assembly/index.ts"
import type { mayCheckIn, mayKeep, mayReadRoll } from "./abilities.ts"

const serving = (duty: Duty): OfAssembly["team"] => [
  { id: "a", assemblyId: "a", ...self, duty, lead: false, basis: "", from: "2025-11-01", to: null },
]

const of = (union: SampleUnion, team: OfAssembly["team"] = []) => ({ union, team }) as unknown as OfAssembly

const kept = {
  "本学院大会，会务工作人员": { loaded: of(unions.own, serving("steward")), self: "会务工作人员" },
  "本学院大会，代表资格审查委员会": { loaded: of(unions.own, serving("credentials")), self: "委员" },
  "本学院大会，大会主席团": { loaded: of(unions.own, serving("presiding")), self: "主席团成员" },
}
const keptBy = (name: string) => sample<typeof mayKeep>(name, kept)

export const samples: RoomSamples = {
  room: "签到",
  verbs: {
    "roll.check": sample<typeof mayCheckIn>("扫码签到", {
      本次大会的代表: {
        loadedFor: (actor) => ({ delegate: actor.number === self.number ? self : undefined }),
        self: "代表",
      },
    }),
    "roll.tick": keptBy("按名单签到、登记离场"),
    "roll.undo": keptBy("撤销一次签到记录"),
    "roll.code": keptBy("出示签到码"),
    "roll.list": sample<typeof mayReadRoll>("查看签到情况", {
      校学生会大会: { loaded: of(unions.school) },
      本学院大会: { loaded: of(unions.own) },
      "本学院大会，会务工作人员": kept["本学院大会，会务工作人员"],
    }),
    "roll.own": simple("查看自己的签到"),
    "roll.live": simple("查看到会人数"),
  },
}
