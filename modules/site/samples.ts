import { type RoomSamples, simple } from "#kit/server/samples.ts"

export const samples: RoomSamples = {
  room: "公开页面",
  verbs: {
    "site.home": simple("查看首页"),
    "site.structure": simple("查看组织架构"),
    "site.disclosures": simple("查看已公开的改革情况"),
  },
}
