import { type RoomSamples, sample, self, simple } from "#kit/server/samples.ts"
import type { mayChangeOwn, mayNote, mayRaise, mayReveal } from "./abilities.ts"

const raises = (name: string) =>
  sample<typeof mayRaise>(name, {
    学籍名册中的学生: {
      loadedFor: (actor) => ({ student: actor.number === self.number ? self : undefined }),
      self: "在籍学生",
    },
  })

export const samples: RoomSamples = {
  room: "诉求",
  verbs: {
    "needs.raise": raises("提出诉求"),
    "needs.join": raises("附议（我也遇到）"),
    "needs.leave": raises("取消附议"),
    "needs.withdraw": sample<typeof mayChangeOwn>("撤回诉求", {
      一件诉求: { loadedFor: (actor) => ({ own: actor.number === self.number }), self: "提出人" },
    }),
    "needs.similar": simple("查找相似的诉求"),
    "needs.mine": simple("查看自己的诉求"),
    "needs.categories": simple("查看诉求类别和期限"),
    "needs.set-categories": simple("设置诉求类别和期限"),
    "needs.help": simple("查看紧急求助和心理援助电话"),
    "needs.set-help": simple("设置紧急求助和心理援助电话"),
    "needs.ask-unsealing": simple("提出开启匿名"),
    "needs.reveal": sample<typeof mayReveal>("查看开启后的姓名（一次）", {
      两部门已签署开启的: { loaded: { signers: [self.number] } },
    }),
    "needs.unseal-urgent": simple("紧急危险时开启匿名"),
    "needs.note-unsealing": sample<typeof mayNote>("知悉紧急开启", {
      党委学生工作部开启的: { loaded: { byOffice: "student-affairs" } },
      学校团委开启的: { loaded: { byOffice: "school-league" } },
    }),
    "needs.unsealing": simple("查看匿名的开启"),
  },
}
