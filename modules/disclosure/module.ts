import type { Module } from "#kit/server/module.ts"
import { approve } from "./actions/approve.ts"
import { draft } from "./actions/draft.ts"
import { edit } from "./actions/edit.ts"
import { publish } from "./actions/publish.ts"
import { giveBack } from "./actions/return.ts"
import { reword } from "./actions/reword.ts"
import { submit } from "./actions/submit.ts"
import { takeDown } from "./actions/take-down.ts"
import type { Sources } from "./gather.ts"
import { live } from "./live.ts"
import { form } from "./queries/form.ts"
import { list } from "./queries/list.ts"
import { one } from "./queries/one.ts"
import { publicList, publicOne } from "./queries/public.ts"
import { routes } from "./routes.ts"

/** The room over given sources; tests bring their own. */
export const disclosureModule = (from: Sources): Module => ({
  name: "disclosure",
  at: import.meta.url,
  clauses: ["10.2", "10.3"],
  served: [
    ...[draft, edit, submit, approve, giveBack, publish, takeDown, list, one].map((make) => make(from)),
    form,
    reword,
    publicList,
    publicOne,
  ],
  appendOnly: ["disclosure_version", "disclosure_move"],
  routes: routes(from),
})

export const disclosure = disclosureModule(live)
