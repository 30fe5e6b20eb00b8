import { type RoomSamples, sample, simple, unions } from "#kit/server/samples.ts"
import type { Desk, mayEdit, mayPublish, mayReadDesk } from "./abilities.ts"

const at = (union: (typeof unions)[keyof typeof unions]): { readonly loaded: Desk } => ({
  loaded: { union, department: "第一部" },
})
const both = { [unions.school.name]: at(unions.school), [unions.own.name]: at(unions.own) }
const read = (name: string) =>
  sample<typeof mayReadDesk>(name, {
    "校、院系学生会": { loaded: { desks: [at(unions.school).loaded, at(unions.own).loaded] } },
  })

export const samples: RoomSamples = {
  room: "诉求公示",
  verbs: {
    "board.draft": sample<typeof mayEdit>("编写诉求简报", both),
    "board.write": sample<typeof mayEdit>("写简报的按语", both),
    "board.submit": sample<typeof mayEdit>("提交简报审核", both),
    "board.discard": sample<typeof mayEdit>("删除简报草稿", both),
    "board.publish": sample<typeof mayPublish>("发布诉求简报", both),
    "board.briefings": simple("查看发布的简报"),
    "board.briefing": simple("查看一期简报"),
    "board.desk-briefings": read("查看编写中的简报"),
    "board.desk-briefing": read("查看一期编写中的简报"),
    "board.general": read("查看普遍需求"),
    "board.counted": read("查看普遍需求计入的诉求"),
  },
}
