import { onUnions, type RoomSamples, sample, simple } from "#kit/server/samples.ts"
import type { mayDecide, mayKeep, mayPrepare, mayRead } from "./abilities.ts"

const hosted = onUnions((union) => ({ union }))

export const samples: RoomSamples = {
  room: "活动",
  verbs: {
    "activities.list": simple("查看与自己有关的活动"),
    "activities.one": sample<typeof mayRead>("查看一项活动", hosted),
    "activities.people": sample<typeof mayRead>("查看报名和签到的同学", hosted),
    "activities.imports": sample<typeof mayRead>("查看导入的签到名单", hosted),
    "activities.reached": simple("查看活动的覆盖面"),
    "activities.ground": sample<typeof mayPrepare>("查看方案可用的班级、社团和申请", hosted),
    "activities.draft": sample<typeof mayPrepare>("拟定活动方案", hosted),
    "activities.edit": sample<typeof mayPrepare>("修改活动方案", hosted),
    "activities.open": sample<typeof mayDecide>("发布活动", hosted),
    "activities.cancel": sample<typeof mayDecide>("取消活动", hosted),
    "activities.code": sample<typeof mayKeep>("出示签到码", hosted),
    "activities.mark": sample<typeof mayKeep>("按名单签到", hosted),
    "activities.unmark": sample<typeof mayPrepare>("更正签到", hosted),
    "activities.confirm-import": sample<typeof mayPrepare>("确认导入签到名单", hosted),
    "activities.undo-import": sample<typeof mayPrepare>("撤销导入的签到名单", hosted),
    "activities.shown": simple("查看公开的活动"),
    "activities.shown-one": simple("查看一项公开的活动"),
    "activities.sign-up": simple("报名参加活动"),
    "activities.sign-off": simple("取消报名"),
    "activities.here": simple("扫码签到"),
    "activities.rate": simple("评价参加过的活动"),
  },
}
