import { type RoomSamples, simple } from "#kit/server/samples.ts"

export const samples: RoomSamples = {
  room: "待办",
  verbs: {
    "inbox.list": simple("查看自己的待办"),
    "inbox.count": simple("查看自己有几项待办"),
  },
}
