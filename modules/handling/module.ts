import type { Module } from "#kit/server/module.ts"
import type { Need } from "#modules/needs/index.ts"
import { beginAtDesk } from "./beginning.ts"

export const handlingModule: Module = {
  name: "handling",
  at: import.meta.url,
  clauses: ["1.4"],
  served: [],
  on: {
    "needs.raised": (ctx, { need }) => beginAtDesk(ctx, need as Need),
  },
  appendOnly: [
    "handling_deed",
    "handling_draft",
    "handling_answer",
    "handling_note",
    "handling_message",
    "handling_rating",
  ],
}
