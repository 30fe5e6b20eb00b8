import type { Module } from "#kit/server/module.ts"
import { adoptRules, cancel, change, create } from "./actions/arranging.ts"
import { announce, nextRound } from "./actions/concluding.ts"
import { confirmCount, enterCount } from "./actions/counting.ts"
import { issue, registerKey } from "./actions/issuing.ts"
import { postDecryption, postMessage, restartKeys } from "./actions/keys.ts"
import { close, open } from "./actions/voting.ts"
import { boxesOf } from "./casting/box.ts"
import { count, issuing, trustee } from "./queries/keeping.ts"
import { choices, list } from "./queries/list.ts"
import { one } from "./queries/one.ts"
import { board, booth, mine, panel } from "./queries/voting.ts"
import { routes } from "./routes.ts"

export const electionsModule: Module = {
  name: "elections",
  at: import.meta.url,
  clauses: ["5.1", "6.6a", "6.6b", "6.6c"],
  served: [
    create,
    change,
    cancel,
    adoptRules,
    postMessage,
    restartKeys,
    postDecryption,
    registerKey,
    issue,
    open,
    close,
    enterCount,
    confirmCount,
    nextRound,
    announce,
    list,
    choices,
    one,
    trustee,
    issuing,
    count,
    mine,
    booth,
    board,
    panel,
  ],
  appendOnly: [
    "election_message",
    "election_device",
    "election_issue",
    "election_envelope",
    "election_event",
    "election_sheet",
    "election_signing_key",
    "election_seated",
  ],
  routes,
  onStop: (world) => boxesOf(world).close(),
}
