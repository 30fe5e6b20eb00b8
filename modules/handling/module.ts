import type { Module } from "#kit/server/module.ts"
import type { Need } from "#modules/needs/index.ts"
import { answer, solve } from "./actions/answering.ts"
import { propose } from "./actions/proposing.ts"
import { rate, reopen } from "./actions/rating.ts"
import { dropTemplate, dropView, nameDesk, saveTemplate, saveView } from "./actions/settings.ts"
import { assign, batch, correct, decline, keep, send } from "./actions/sorting.ts"
import { ask, note, reply } from "./actions/talking.ts"
import { beginAtDesk } from "./beginning.ts"
import { changed, merged, unmerged } from "./hearing.ts"
import { closeQuiet, tellDesks } from "./jobs.ts"
import { one } from "./queries/one.ts"
import { open, own } from "./queries/public.ts"
import { office, queue } from "./queries/queue.ts"
import { settings } from "./queries/settings.ts"
import { routes } from "./routes.ts"

export const handlingModule: Module = {
  name: "handling",
  at: import.meta.url,
  clauses: ["1.4"],
  served: [
    send,
    decline,
    keep,
    correct,
    assign,
    batch,
    note,
    ask,
    reply,
    answer,
    solve,
    rate,
    reopen,
    propose,
    saveTemplate,
    dropTemplate,
    saveView,
    dropView,
    nameDesk,
    queue,
    office,
    one,
    open,
    own,
    settings,
  ],
  on: {
    "needs.raised": (ctx, { need }) => beginAtDesk(ctx, need as Need),
    "needs.merged": merged,
    "needs.unmerged": unmerged,
    "needs.changed": changed,
  },
  appendOnly: [
    "handling_deed",
    "handling_draft",
    "handling_answer",
    "handling_note",
    "handling_message",
    "handling_rating",
  ],
  routes,
  jobs: [
    {
      name: "close",
      title: "评价期满的诉求办结",
      cron: "10 1 * * *",
      run: async (ctx) => void (await closeQuiet(ctx)),
    },
    {
      name: "unsorted",
      title: "提醒没有转办的诉求",
      cron: "20 7 * * *",
      run: async (ctx) => void (await tellDesks(ctx)),
    },
  ],
}
