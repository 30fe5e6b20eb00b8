import {
  type RoomSamples,
  type SampleUnion,
  sample,
  self,
  simple,
  unions,
  university,
} from "#kit/server/samples.ts"
import type { Duty, OfAssembly } from "#modules/assembly/index.ts"
import type {
  mayAnswer,
  mayKeep,
  mayPropose,
  mayReadAll,
  mayReadOne,
  mayReview,
  maySettle,
  maySign,
} from "./abilities.ts"

const serving = (duty: Duty): OfAssembly["team"] => [
  { id: "a", assemblyId: "a", ...self, duty, lead: false, basis: "", from: "2025-11-01", to: null },
]
const of = (union: SampleUnion, team: OfAssembly["team"] = []) => ({ union, team }) as unknown as OfAssembly

const committee = of(unions.own, serving("proposals"))
/** Of one proposal, and of several. */
const broughtBy = (number: string) => ({ proposers: [number], brought: [{ proposers: [number] }] })
const others = broughtBy("other")
const reviews = {
  "本学院大会，提案工作委员会": { loaded: { ...committee, ...others }, self: "委员" },
  "本学院大会，委员自己的提案": {
    loaded: { ...committee, ...broughtBy(self.number) },
    self: "委员兼提案人",
  },
} as const
const reviewedBy = (name: string) => sample<typeof mayReview>(name, reviews)

const kept = (author: string) => ({ proposal: { author, office: null, place: null } })
const keptBy = (name: string) =>
  sample<typeof mayKeep>(name, { 一件提案: { loaded: kept(self.number), self: "提案人" } })

const given = { author: "other", office: "academic-affairs", place: university.id }
const answered = { proposal: given, proposers: ["other"] }

const reads = {
  校学生会大会: { loaded: of(unions.school) },
  本学院大会: { loaded: of(unions.own) },
  "本学院大会，提案工作委员会": { loaded: committee, self: "委员" },
} as const

export const samples: RoomSamples = {
  room: "提案",
  verbs: {
    "proposals.settle": sample<typeof maySettle>("公布提案征集办法", {
      "本学院大会，提案工作委员会": { loaded: committee, self: "委员" },
      "本学院大会，筹备委员会": { loaded: of(unions.own, serving("preparatory")), self: "委员" },
    }),
    "proposals.save": sample<typeof mayPropose>("写提案", {
      正式代表: {
        loadedFor: (actor) => ({ delegate: actor.number === self.number ? { voting: true } : undefined }),
        self: "代表",
      },
      列席代表: { loaded: { delegate: { voting: false } } },
    }),
    "proposals.submit": keptBy("提交提案"),
    "proposals.discard": keptBy("删除草稿"),
    "proposals.withdraw": keptBy("撤回提案"),
    "proposals.sign": sample<typeof maySign>("同意或谢绝联名", {
      一件联名提案: { loaded: { asked: [self.number] }, self: "受邀联名的代表" },
    }),
    "proposals.return": reviewedBy("退回修改"),
    "proposals.merge": reviewedBy("并案"),
    "proposals.unmerge": reviewedBy("拆开并案"),
    "proposals.decide": reviewedBy("立案、转为意见建议、不立案"),
    "proposals.send": reviewedBy("交办"),
    "proposals.answer": sample<typeof mayAnswer>("答复提案", {
      交给教务处的提案: { loaded: answered },
      "交给教务处的提案，自己提出的": {
        loaded: { ...answered, proposers: [self.number] },
        self: "提案人",
        barred: true,
      },
    }),
    "proposals.rate": keptBy("反馈满意程度"),
    "proposals.list": sample<typeof mayReadAll>("查看全部提案", reads),
    "proposals.one": sample<typeof mayReadOne>("查看一件提案", {
      "本学院大会，交给教务处": { loaded: { ...of(unions.own), ...answered, asked: [] } as never },
      "本学院大会，自己提出或联名的": {
        loaded: { ...of(unions.own), ...kept(self.number), proposers: [self.number], asked: [] } as never,
        self: "提案人",
      },
    }),
    "proposals.mine": simple("查看自己的提案"),
    "proposals.public-list": simple("查看公开的提案"),
    "proposals.report": sample<typeof mayReadAll>("查看提案工作报告", reads),
  },
}
