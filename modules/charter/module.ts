import type { Module } from "#kit/server/module.ts"
import { adopt } from "./actions/adopt.ts"
import { adoptRotation } from "./actions/adopt-rotation.ts"
import { chooseReading } from "./actions/choose-reading.ts"
import { setLimit } from "./actions/set-limit.ts"
import { withdraw } from "./actions/withdraw.ts"
import { history } from "./queries/history.ts"
import { list } from "./queries/list.ts"
import { one } from "./queries/one.ts"
import { routes } from "./routes.ts"
import { ruleBook } from "./settings.ts"

/** The charter room, told the articles whose limits can be tightened and whose readings can be chosen. */
export function charterModule(articles: Parameters<typeof ruleBook>[0]): Module {
  const book = ruleBook(articles)
  return {
    name: "charter",
    at: import.meta.url,
    clauses: ["1.1", "2.2b", "11.2"],
    served: [
      adopt,
      setLimit(book),
      chooseReading(book),
      adoptRotation,
      withdraw,
      one(book),
      list,
      history(book),
    ],
    routes,
  }
}
