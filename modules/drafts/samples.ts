import {
  onUnions,
  type RoomSamples,
  type SampleUnion,
  sample,
  self,
  simple,
  unions,
} from "#kit/server/samples.ts"
import type { mayDraft } from "#modules/unions/index.ts"
import type { Loaded, mayApply, mayChange, mayOpen } from "./abilities.ts"

const draft = (union: SampleUnion, createdBy: string, shared = false): Loaded => ({
  union,
  draft: {
    universityId: union.universityId,
    id: "draft",
    unionId: union.id,
    title: "换届调整方案",
    ops: [],
    baseDay: "2025-11-15",
    base: { posts: [], departments: [] },
    shared,
    status: "open",
    createdBy,
    createdByName: self.name,
    createdAt: new Date("2025-11-15T00:00:00Z"),
    appliedFrom: null,
    appliedByName: null,
    appliedAt: null,
    appliedChange: null,
  },
})

const owned = {
  校学生会的: { loaded: draft(unions.school, self.account), self: "起草人" },
  本学院学生会的: { loaded: draft(unions.own, self.account), self: "起草人" },
}
const seen = {
  ...owned,
  "本学院学生会的，已共享": { loaded: draft(unions.own, "someone", true) },
}

export const samples: RoomSamples = {
  room: "调整方案",
  verbs: {
    "drafts.list": simple("查看调整方案"),
    "drafts.one": sample<typeof mayOpen>("查看一份方案", seen),
    "drafts.create": sample<typeof mayDraft>(
      "新建方案",
      onUnions((u) => u),
    ),
    "drafts.change": sample<typeof mayChange>("修改方案", owned),
    "drafts.share": sample<typeof mayChange>("共享方案", owned),
    "drafts.drop": sample<typeof mayChange>("放弃方案", owned),
    "drafts.apply": sample<typeof mayApply>("施行方案", seen),
  },
}
