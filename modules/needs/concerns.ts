import type { Concern, ConcernSource } from "#kit/server/concern.ts"
import { type Doors, noDoors } from "./doors.ts"
import { sayNth } from "./need.ts"
import { ownOf } from "./own.ts"

const most = 5

/** The person's own needs that are on their way, those with news first. */
export const concernsOf =
  (given: Partial<Doors> = {}): ConcernSource =>
  async (ctx) => {
    const own = (await ownOf(ctx, { ...noDoors, ...given })).filter((o) => o.need.state !== "withdrawn")
    const lines = own.map(({ need, standing, unsealed }): Concern => {
      const opened = unsealed.length > 0
      return {
        heading: "needs",
        title: `${sayNth(need.nth)}：${need.title}`,
        href: (opened ? undefined : standing?.href) ?? "/needs/mine",
        ...(opened ? { note: "匿名身份已被开启，查看原因" } : standing ? { note: standing.label } : {}),
        state: opened || standing?.news ? "news" : "plain",
      }
    })
    return lines.toSorted((a, b) => rank(a) - rank(b)).slice(0, most)
  }

const rank = (c: Concern): number => (c.state === "plain" ? 1 : 0)
