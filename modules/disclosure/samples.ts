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
import type {
  About,
  mayApprove,
  mayGiveBack,
  mayPrepare,
  mayPublish,
  maySee,
  mayTakeDown,
} from "./abilities.ts"

const about = (union: SampleUnion, makers: readonly string[] = []): { readonly about: About } => ({
  about: { union, makers },
})
const each = onUnions((u) => about(u))

export const samples: RoomSamples = {
  room: "改革情况公开",
  verbs: {
    "disclosure.draft": sample<typeof mayPrepare>(
      "编制公开材料",
      onUnions((union) => ({ union })),
    ),
    "disclosure.edit": sample<Within<"about", typeof mayPrepare>>("填写、修改", each),
    "disclosure.submit": sample<Within<"about", typeof mayPrepare>>("送审", each),
    "disclosure.approve": sample<Within<"about", typeof mayApprove>>("审核同意", {
      ...each,
      "校学生会，由本人编制": { loaded: about(unions.school, [self.account]), self: "编制人", barred: true },
      "本学院学生会，由本人编制": { loaded: about(unions.own, [self.account]), self: "编制人", barred: true },
    }),
    "disclosure.return": sample<Within<"about", typeof mayGiveBack>>("退回", each),
    "disclosure.publish": sample<Within<"about", typeof mayPublish>>("公开", each),
    "disclosure.take-down": sample<Within<"about", typeof mayTakeDown>>("撤下", each),
    "disclosure.list": simple("查看公开材料"),
    "disclosure.one": sample<Within<"about", typeof maySee>>("查看一份材料和依据", each),
    "disclosure.form": simple("查看自评表的样式"),
    "disclosure.reword": simple("确认自评表的文字"),
    "disclosure.public-list": simple("查看已公开的材料"),
    "disclosure.public-one": simple("查看一份已公开的材料"),
  },
}
