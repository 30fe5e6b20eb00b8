import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Empty, Loading, Problem } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { booth } from "../contract-asked.ts"
import { votersOf } from "./board-check.ts"
import { Checkpoint } from "./Checkpoint.tsx"
import type { Booth } from "./marks.ts"
import { ResultTable } from "./ResultTable.tsx"
import { Trackers } from "./Trackers.tsx"
import { useBoard, type Watched } from "./watch.ts"
import "./booth.css"
import "./board.css"
import "./receipt.css"

/** The public board of an election: everybody sees the same box grow, and can check that it only grows. */
export default function BoardPage(): ReactNode {
  const t = useWords("elections")
  const id = useParam("id")
  return (
    <PageOf of={useAsk(booth, { id }, { every: 60_000 })} title={t("board.title")}>
      {(of) => <Board of={of} />}
    </PageOf>
  )
}

function Board({ of }: { of: Booth }): ReactNode {
  const t = useWords("elections")
  const { board, refused } = useBoard(of.id)
  const state = board?.now.state ?? of.state
  return (
    <Page
      title={of.title}
      lead={
        <>
          <span lang="zh-CN">{of.assembly.name}</span>
          {of.round > 1 ? ` · ${t("round", { n: of.round })}` : ""} · {t(`method.${of.method}`)} ·{" "}
          {t(`mode.${of.mode}`)}
        </>
      }
      actions={
        of.state === "open" && of.method === "electronic" ? (
          <Go to={`/vote/${of.id}`} className="button button-main">
            {t("board.vote")}
          </Go>
        ) : null
      }
    >
      {refused ? <Problem refusal={refused} /> : null}
      {board?.lost ? <p className="booth-wait">{t("board.lost")}</p> : null}
      {board ? (
        <>
          <Standing of={of} board={board} state={state} />
          {board.now.result ? (
            <section className="panel">
              <h2>{t(state === "counted" ? "result.counted" : "result.title")}</h2>
              <ResultTable of={board.now.result} method={of.method} seats={of.seats} />
              {state === "counted" || state === "announced" ? (
                <p className="muted">{t("result.not-yet")}</p>
              ) : null}
            </section>
          ) : null}
          {of.method === "electronic" ? (
            <>
              <Checkpoint of={of} board={board} />
              <Trackers lines={board.lines} id={of.id} />
              <Verify of={of} />
            </>
          ) : board.now.result ? null : (
            <Empty title={t("board.paper")} />
          )}
        </>
      ) : refused ? null : (
        <Loading />
      )}
    </Page>
  )
}

function Standing({ of, board, state }: { of: Booth; board: Watched; state: Booth["state"] }): ReactNode {
  const t = useWords("elections")
  const say = useSay()
  const voters = votersOf(board.lines)
  return (
    <section className="panel board-standing" aria-live="polite">
      <p className={`tag board-${state}`}>{t(`state.${state}`)}</p>
      {of.method === "electronic" && of.issued !== null ? (
        <>
          <p className="board-big">
            {say.number(voters)} <small>/ {say.number(of.issued)}</small>
          </p>
          <p className="muted">
            {t("board.turnout", { ballots: board.now.ballots, again: board.now.ballots - voters })}
          </p>
          <progress max={of.issued} value={voters} aria-label={t("board.turnout-label")} />
        </>
      ) : null}
    </section>
  )
}

/** What anybody can do with the archive, without this site. */
function Verify({ of }: { of: Booth }): ReactNode {
  const t = useWords("elections")
  return (
    <section className="panel">
      <h2>{t("verify.title")}</h2>
      <p>{t("verify.lead")}</p>
      <div className="booth-row">
        <a href={of.archive} className="button button-main" download>
          {t("verify.download")}
        </a>
        <a href="/verify.html" className="button">
          {t("verify.page")}
        </a>
      </div>
      <details className="board-tool">
        <summary>{t("verify.tool")}</summary>
        <p>{t("verify.tool-lead")}</p>
        <pre>{`mkdir check && cp ${of.uuid}.bel check/\nbelenios-tool election verify --dir check`}</pre>
        <p className="muted">{t(of.group === "Ed25519" ? "verify.tool-group" : "verify.tool-more")}</p>
      </details>
    </section>
  )
}
