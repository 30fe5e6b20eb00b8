import type { Module } from "#kit/server/module.ts"
import type { Kinds } from "#modules/courses/index.ts"
import type { InboxSource } from "#modules/inbox/index.ts"
import { address, confirm, forget, frequency } from "./actions/mailing.ts"
import { read, readAll } from "./actions/read.ts"
import { retry } from "./actions/retry.ts"
import { addRobot, removeRobot, tryRobot, turnRobot } from "./actions/robots.ts"
import { asked } from "./asked.ts"
import { deliver } from "./jobs/deliver.ts"
import { digest } from "./jobs/digest.ts"
import { late, moved } from "./news.ts"
import type { Outward } from "./outward.ts"
import { count, list } from "./queries/list.ts"
import { machine } from "./queries/machine.ts"
import { settings } from "./queries/settings.ts"

interface Given {
  /** What waits, by room: as the inbox is given it. */
  readonly sources: readonly InboxSource[]
  /** Where the matters of each procedure are opened. */
  readonly kinds: Kinds
  readonly outward: Outward
}

/** What happened or is late, told in the house; and counts of it, told outside to those who asked. */
export const remindersModule = ({ sources, kinds, outward }: Given): Module => ({
  name: "reminders",
  at: import.meta.url,
  clauses: ["9.1", "10.4"],
  served: [
    list,
    count,
    read,
    readAll,
    settings(outward),
    address(outward),
    confirm,
    frequency,
    forget,
    addRobot(outward),
    turnRobot,
    removeRobot,
    tryRobot,
    machine(outward),
    retry,
  ],
  on: {
    "course.moved": moved(kinds),
    "course.late": late(kinds),
    "reminders.tell": asked,
  },
  jobs: [
    {
      name: "deliver",
      title: "发送待发消息",
      cron: "* * * * *",
      go: (world, of) => deliver(world, of, outward),
    },
    {
      name: "digest",
      title: "汇总待办",
      cron: "30 7 * * *",
      run: (ctx) => digest(ctx, sources, outward),
    },
  ],
})
