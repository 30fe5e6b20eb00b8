import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { briefings } from "../contract.ts"
import { BoardNav } from "./BoardNav.tsx"
import { useNumbers } from "./words.ts"
import "./board.css"

/** The published 简报, a month each. */
export default function Briefings(): ReactNode {
  const t = useWords("board")
  const say = useSay()
  const numbers = useNumbers()
  return (
    <Page title={t("briefings.title")} lead={t("briefings.lead")}>
      <BoardNav now="briefings" />
      <Answer of={useAsk(briefings, {})}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("briefings.none")} />
          ) : (
            <ul className="board-lines">
              {items.map((b) => (
                <li key={b.id} className="panel board-line">
                  <h2 lang="zh-CN">
                    <Go to={`/needs/briefings/${b.id}`}>{b.title}</Go>
                  </h2>
                  <p className="board-facts">
                    <span>
                      {t("briefings.sums", {
                        received: numbers.count(b.received),
                        answered: numbers.count(b.answered),
                        solved: numbers.count(b.solved),
                      })}
                    </span>
                    <span>{t("briefings.published", { union: b.union, day: say.day(b.publishedOn) })}</span>
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  )
}
