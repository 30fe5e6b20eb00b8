import type { Module } from "#kit/server/module.ts"
import { begin } from "./actions/begin.ts"
import { nameHead, transfer } from "./actions/delegations.ts"
import { elect } from "./actions/elect.ts"
import { confirmImport, undoImport } from "./actions/importing.ts"
import { invite, propose, seatAll, seatExOfficio } from "./actions/outside.ts"
import { recommend } from "./actions/recommend.ts"
import { fill, replace } from "./actions/replace.ts"
import { adoptReport, draftReport } from "./actions/report.ts"
import { review } from "./actions/review.ts"
import { adoptedOf } from "./adopted.ts"
import type { AllocationSource } from "./allocation.ts"
import { composed, report, reviewing } from "./queries/committee.ts"
import { classmates, list } from "./queries/list.ts"
import { delegations, imports, people, replaced } from "./queries/people.ts"
import { progress } from "./queries/progress.ts"
import { mine, notices } from "./queries/public.ts"
import { routes } from "./routes.ts"

/** The room; `allocationOf` is where the adopted shares of the seats come from. */
export const delegatesWith = (allocationOf: AllocationSource): Module => ({
  name: "delegates",
  at: import.meta.url,
  clauses: ["6.2", "6.3", "6.4", "6.5"],
  served: [
    begin(allocationOf),
    recommend,
    elect,
    propose,
    review,
    seatExOfficio,
    invite,
    seatAll,
    transfer,
    nameHead,
    replace,
    fill,
    draftReport,
    adoptReport,
    confirmImport,
    undoImport,
    progress,
    list,
    classmates,
    people,
    delegations,
    replaced,
    imports,
    reviewing,
    composed,
    report,
    mine,
    notices,
  ],
  routes,
})

export const delegatesModule: Module = delegatesWith(adoptedOf)
