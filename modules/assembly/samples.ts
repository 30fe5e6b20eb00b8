import { type RoomSamples, simple } from "#kit/server/samples.ts"

export const samples: RoomSamples = {
  room: "学生代表大会",
  verbs: {
    "assembly.head": simple("查看大会的名称和状态"),
  },
}
