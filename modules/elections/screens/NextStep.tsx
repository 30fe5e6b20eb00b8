import { Button } from "antd"
import type { ReactNode } from "react"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { announce, close, confirmCount, open } from "../contract.ts"
import { AdoptForm, NextRoundForm, RestartForm } from "./Deeds.tsx"
import { Differences } from "./Differences.tsx"
import type { Election } from "./ElectionPage.tsx"

/** The one thing that comes next: whoever does it finds the button here, the others read who it waits for. */
export function NextStep({ of }: { of: Election }): ReactNode {
  const t = useWords("elections")
  return (
    <section className="panel elections-next" aria-live="polite">
      <p className="muted elections-label">{t("page.next")}</p>
      <h2>{t(`next.${of.next}`)}</h2>
      <Who of={of} />
      <div className="booth-row">
        <Act of={of} />
      </div>
    </section>
  )
}

function Who({ of }: { of: Election }): ReactNode {
  const t = useWords("elections")
  switch (of.next) {
    case "prepare":
    case "rules":
    case "keys":
    case "credentials": {
      const missing = of.requirements.find((r) => !r.ready)
      return missing ? (
        <p>
          <span lang="zh-CN">{missing.says}</span>
          <br />
          <span className="muted">{t("requirements.who", { who: missing.who })}</span>
        </p>
      ) : null
    }
    case "vote":
      return (
        <p>
          {of.ballots === null || of.method === "paper"
            ? t("who.vote-paper")
            : t("who.vote", { count: of.ballots })}
        </p>
      )
    case "decrypt": {
      const { needed = 0, given = 0 } = of.decryptions ?? {}
      const waits = of.trustees.filter((p) => !p.decrypted).map((p) => p.name)
      return (
        <p>
          {t("who.decrypt", { needed, given })}
          <br />
          <span className="muted">{t("who.decrypt-waits", { names: waits.join("、") })}</span>
        </p>
      )
    }
    case "count":
      return of.comparison?.state === "different" ? (
        <>
          <p className="elections-late">{t("who.different")}</p>
          <Differences of={of.comparison.differences} names={of.tellers.map((p) => p.name)} />
        </>
      ) : (
        <p>
          {t("who.count", {
            names: of.tellers
              .filter((p) => !p.counted)
              .map((p) => p.name)
              .join("、"),
          })}
        </p>
      )
    default:
      return <p>{t(`who.${of.next}`)}</p>
  }
}

function Act({ of }: { of: Election }): ReactNode {
  const t = useWords("elections")
  const opening = useDo(open, { done: t("deed.opened") })
  const closing = useDo(close, { done: t("deed.closed") })
  const announcing = useDo(announce, { done: t("deed.announced") })
  const confirming = useDo(confirmCount, { done: t("deed.confirmed") })
  const { can, id } = of
  const short = of.issue ? of.issue.cameSince : 0
  return (
    <>
      {of.state === "preparing" && can.keepKey && of.method === "electronic" ? (
        <Go
          to={`/office/elections/${id}/trustee`}
          className={of.next === "keys" ? "button button-main" : "button"}
        >
          {t("requirements.do-keys")}
        </Go>
      ) : null}
      {of.next === "credentials" && can.issue ? (
        <Go to={`/office/elections/${id}/credentials`} className="button button-main">
          {t("requirements.do-credentials")}
        </Go>
      ) : null}
      {of.next === "rules" && can.adoptRules ? <AdoptForm id={id} /> : null}
      {of.next === "open" && can.open ? (
        <ConfirmButton
          type="primary"
          size="large"
          loading={opening.busy}
          ask={t("deed.open-ask", { title: of.title })}
          detail={short > 0 ? t("deed.open-short", { count: short }) : t("deed.open-more")}
          onConfirm={() => opening.run({ id })}
        >
          {t("next.open")}
        </ConfirmButton>
      ) : null}
      {can.close ? (
        <ConfirmButton
          type="primary"
          size="large"
          danger
          loading={closing.busy}
          ask={t("deed.close-ask")}
          detail={t(of.method === "paper" ? "deed.close-paper" : "deed.close-more")}
          onConfirm={() => closing.run({ id })}
        >
          {t("deed.close")}
        </ConfirmButton>
      ) : null}
      {of.next === "decrypt" && can.keepKey ? (
        <Go to={`/office/elections/${id}/trustee`} className="button button-main">
          {t("trustee.open-box")}
        </Go>
      ) : null}
      {can.count && of.next === "count" ? (
        <Go to={`/office/elections/${id}/count`} className="button button-main">
          {t("count.title")}
        </Go>
      ) : null}
      {of.next === "confirm" && can.confirm ? (
        <ConfirmButton
          type="primary"
          size="large"
          loading={confirming.busy}
          ask={t("deed.confirm-ask")}
          detail={t("deed.confirm-more")}
          onConfirm={() => confirming.run({ id })}
        >
          {t("deed.confirm")}
        </ConfirmButton>
      ) : null}
      {can.nextRound ? <NextRoundForm of={of} /> : null}
      {can.announce ? (
        <ConfirmButton
          type={of.next === "announce" ? "primary" : "default"}
          size="large"
          loading={announcing.busy}
          ask={t("deed.announce-ask")}
          detail={t(of.result && of.result.open > 0 ? "deed.announce-open" : "deed.announce-more")}
          onConfirm={() => announcing.run({ id })}
        >
          {t("deed.announce")}
        </ConfirmButton>
      ) : null}
      {can.restartKeys && of.trustees.some((p) => p.done.length > 0) ? <RestartForm id={id} /> : null}
      {of.state === "open" && of.method === "electronic" ? (
        <>
          <Go to={`/vote/${id}`} className="button">
            {t("page.booth")}
          </Go>
          <Go to={`/vote/${id}/board`} className="button">
            {t("board.go")}
          </Go>
        </>
      ) : null}
      {of.method === "paper" && of.state === "preparing" && of.next === "prepare" && can.change ? (
        <Button href={`/office/elections/${id}/change`}>{t("terms.change")}</Button>
      ) : null}
    </>
  )
}
