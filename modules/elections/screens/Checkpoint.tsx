import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"
import { download } from "./download.ts"
import type { Booth } from "./marks.ts"
import type { Watched } from "./watch.ts"

/** The state of the box in one code, and whether everything this browser can check holds. */
export function Checkpoint({ of, board }: { of: Booth; board: Watched }): ReactNode {
  const t = useWords("elections")
  const say = useSay()
  const { alarm, before, now } = board
  const point = now.checkpoint
  if (alarm)
    return (
      <section className="problem board-alarm" role="alert">
        <h2>{t("alarm.title")}</h2>
        <p className="problem-because">{t(`alarm.${alarm}`)}</p>
        <p className="problem-cure">{t("alarm.cure")}</p>
        <dl className="facts">
          {before ? (
            <>
              <dt>{t("alarm.before")}</dt>
              <dd>
                <code>{before.checkpoint.code}</code> · {t("board.height", { n: before.checkpoint.height })}
              </dd>
            </>
          ) : null}
          {point ? (
            <>
              <dt>{t("alarm.now")}</dt>
              <dd>
                <code>{point.code}</code> · {t("board.height", { n: point.height })}
              </dd>
            </>
          ) : null}
        </dl>
        <button
          type="button"
          className="button"
          onClick={() =>
            download(
              `${of.uuid}-evidence.json`,
              JSON.stringify({ alarm, before, now: { ...now, events: board.lines } }, null, 1),
            )
          }
        >
          {t("alarm.keep")}
        </button>
      </section>
    )
  if (!point) return null
  return (
    <section className="panel">
      <h2>{t("board.code")}</h2>
      <p className="booth-code" translate="no">
        {point.code}
      </p>
      <p>{t("board.code-more")}</p>
      <p className={alarm === null ? "board-holds" : "muted"} aria-live="polite">
        {t(alarm === null ? "board.holds" : "board.checking", { n: say.number(point.height) })}
      </p>
    </section>
  )
}
