import { onUnions, type RoomSamples, sample, simple } from "#kit/server/samples.ts"
import type { mayReadFindings } from "./abilities.ts"

export const samples: RoomSamples = {
  room: "逐条对照",
  verbs: {
    "findings.list": simple("查看与自己有关的结论"),
    "findings.matrix": simple("查看各学生会的对照表"),
    "findings.one": sample<typeof mayReadFindings>(
      "查看一个学生会的结论",
      onUnions((u) => u),
    ),
  },
}
