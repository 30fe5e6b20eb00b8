import { chineseDay, type Day } from "@qiaoliang/basics"
import type { NewsHandler } from "#kit/server/module.ts"
import { remind } from "./store.ts"

interface MovedUp {
  readonly activity: string
  readonly title: string
  readonly onDay: Day
  readonly numbers: readonly string[]
}

/** A place in an activity came free for those who waited. */
export const movedUp: NewsHandler = async (ctx, payload) => {
  const { activity, title, onDay, numbers } = payload as unknown as MovedUp
  await remind(
    ctx.tx,
    numbers,
    {
      key: `activities/${activity}/${ctx.change}`,
      title: `候补已递补：${title}`,
      detail: `有人取消报名，您已报名成功；活动在${chineseDay(onDay)}`,
      href: `/activities/${activity}`,
    },
    ctx.now,
  )
}
