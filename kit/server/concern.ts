import type { Day } from "@qiaoliang/basics"
import type { Ctx } from "./world.ts"

/** One thing that concerns a student, on his or her own page. */
export interface Concern {
  readonly heading: "needs" | "calls" | "notices" | "activities" | "delegate" | "votes" | "listening"
  readonly title: string
  /** Where it is read or done, e.g. `/calls/01J…`. */
  readonly href: string
  /** One short line: how it stands, for whom. */
  readonly note?: string
  /** Until when, where there is a deadline. */
  readonly by?: Day
  /** `todo`: waits for the student; `news`: changed lately; `plain` without it. */
  readonly state?: "todo" | "news" | "plain"
}

/** What a room answers when asked what concerns the student asking. */
export type ConcernSource = (ctx: Ctx) => Promise<readonly Concern[]>
