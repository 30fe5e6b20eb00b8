import type { Module } from "#kit/server/module.ts"
import type { Ctx } from "#kit/server/world.ts"
import { join, leave } from "./actions/join.ts"
import { raise } from "./actions/raise.ts"
import { setCategories, setHelp } from "./actions/setting.ts"
import { askUnsealing, noteUnsealing, reveal, unsealUrgent } from "./actions/unseal.ts"
import { withdraw } from "./actions/withdraw.ts"
import { type Doors, noDoors } from "./doors.ts"
import { dropUploads } from "./keeping.ts"
import { mine } from "./queries/mine.ts"
import { categories, help } from "./queries/open.ts"
import { similar } from "./queries/similar.ts"
import { unsealing } from "./queries/unsealing.ts"
import { routes } from "./routes.ts"

const day = 86_400_000

/** Photos sent and never named by a need are gone within two days. */
export const sweepPhotos = async (ctx: Ctx): Promise<void> => {
  await dropUploads(ctx.tx, new Date(ctx.now.getTime() - day))
}

/** The needs of students, told by later rooms what becomes of them. */
export function needsModule(given: Partial<Doors> = {}): Module {
  const doors = { ...noDoors, ...given }
  return {
    name: "needs",
    at: import.meta.url,
    clauses: ["1.3", "7.2"],
    served: [
      raise,
      join(doors),
      leave,
      withdraw(doors),
      similar(doors),
      mine(doors),
      categories,
      setCategories,
      help,
      setHelp,
      askUnsealing,
      reveal,
      unsealUrgent,
      noteUnsealing,
      unsealing,
    ],
    appendOnly: ["need_merge", "need_unsealing_view"],
    routes: routes(doors),
    jobs: [{ name: "photos", title: "清除未使用的照片", cron: "40 4 * * *", run: sweepPhotos }],
  }
}

/** As long as nobody handles them. */
export const needs: Module = needsModule()
