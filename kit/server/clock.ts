import { dayOf } from "@qiaoliang/basics"
import type { Ctx } from "./world.ts"

/** Now; at a university whose today is fixed, this time of that day. */
export function nowAt(ctx: Pick<Ctx, "now" | "today">): Date {
  if (dayOf(ctx.now) === ctx.today) return ctx.now
  const sinceMidnight = (ctx.now.getTime() + 8 * 3_600_000) % 86_400_000
  return new Date(new Date(`${ctx.today}T00:00:00+08:00`).getTime() + sinceMidnight)
}
