import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useWords } from "#kit/web/words.ts"
import type { preview } from "../contract.ts"
import type { Knobs } from "./KnobsForm.tsx"

interface CollisionProps {
  readonly of: NonNullable<Out<typeof preview>["infeasible"]>
  readonly onTake: (knobs: Knobs) => void
}

/** Which terms can't be kept together; each way out is a button that sets the terms so. */
export function Collision({ of, onTake }: CollisionProps): ReactNode {
  const t = useWords("seats")
  return (
    <section className="panel seats-collision" role="alert">
      <h2>{t("collision.title")}</h2>
      <p lang="zh-CN">{of.because}</p>
      <h3>{t("collision.between")}</h3>
      <ul>
        {of.collide.map((c) => (
          <li key={c.id}>
            <span lang="zh-CN">{c.says}</span>{" "}
            {c.clause ? (
              <ClauseLabel clause={c.clause} />
            ) : (
              <span className="muted" lang="zh-CN">
                {c.source}
              </span>
            )}
          </li>
        ))}
      </ul>
      <h3>{t(of.ways.length ? "collision.ways" : "collision.no-way")}</h3>
      <div className="seats-buttons">
        {of.ways.map((way, at) => (
          <button
            key={way.says}
            type="button"
            className={at === 0 ? "button button-main" : "button"}
            onClick={() => onTake(way.knobs)}
          >
            <span lang="zh-CN">{way.says}</span>
          </button>
        ))}
      </div>
    </section>
  )
}
