import { type RoomSamples, simple } from "#kit/server/samples.ts"

export const samples: RoomSamples = {
  room: "我的主页",
  verbs: { "home.mine": simple("查看与自己有关的事项") },
}
