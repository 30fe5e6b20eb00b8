import { onUnions, type RoomSamples, sample, simple } from "#kit/server/samples.ts"
import type { mayReadRoster } from "./abilities.ts"

export const samples: RoomSamples = {
  room: "学生会组织",
  verbs: {
    "unions.list": simple("查看与自己有关的学生会"),
    "unions.one": sample<typeof mayReadRoster>(
      "查看名单",
      onUnions((u) => u),
    ),
    "unions.history": sample<typeof mayReadRoster>(
      "查看名单的变动",
      onUnions((u) => u),
    ),
    "unions.structure": simple("查看组织架构图"),
  },
}
