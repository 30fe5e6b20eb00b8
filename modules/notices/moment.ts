import { dayOf } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"

/** Now, on the day that stands for today: at a sample university the day stands still while the clock does not. */
export const momentOf = ({ now, today }: Pick<Ctx, "now" | "today">): Date =>
  dayOf(now) === today ? now : new Date(`${today}T12:00:00+08:00`)
