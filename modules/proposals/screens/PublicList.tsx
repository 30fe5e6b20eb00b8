import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useFilter, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Pages } from "#kit/web/Pages.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { publicList } from "../contract.ts"
import { AnswerBox } from "./AnswerBox.tsx"
import { MineBox } from "./MineBox.tsx"
import { Nth, StateTag } from "./StateTag.tsx"
import "./public.css"

type Listed = Out<typeof publicList>
const outcomes = ["A", "B", "C", "D"] as const
const size = 30

/** What the congress was asked for and what came of it, for everybody; above it a delegate's own. */
export default function PublicList(): ReactNode {
  const t = useWords("proposals")
  const say = useSay()
  const id = useParam("id")
  const { signedIn } = useViewer()
  const [{ category, outcome, page }] = useFilter()
  const [text, setText] = useState("")
  const asked = useAsk(
    publicList,
    {
      assembly: id,
      ...(text.trim() ? { text: text.trim() } : {}),
      ...(category ? { category } : {}),
      ...(outcome ? { outcome: outcome as (typeof outcomes)[number] } : {}),
      page: Number(page ?? 1),
      size,
    },
    { keep: true },
  )
  return (
    <PageOf of={asked} title={t("public.title")}>
      {(of) => (
        <Page title={t("public.title")} lead={of.assembly.name}>
          {signedIn ? <MineBox id={id} /> : <Door id={id} />}
          <p className="proposals-sums">
            {t("public.counts", of.counts)}
            {of.rules ? (
              <span className="muted">
                {t("public.window", { from: say.day(of.rules.opensOn), to: say.day(of.rules.closesOn) })}
              </span>
            ) : null}
          </p>
          <Find of={of} text={text} onText={setText} />
          <Lines of={of} />
        </Page>
      )}
    </PageOf>
  )
}

function Door({ id }: { id: string }): ReactNode {
  const t = useWords("proposals")
  return (
    <section className="panel proposals-door">
      <p>{t("public.door")}</p>
      <Go to={`/sign-in?back=${encodeURIComponent(`/congress/${id}/proposals`)}`} className="button">
        {t("public.sign-in")}
      </Go>
    </section>
  )
}

function Find({ of, text, onText }: { of: Listed; text: string; onText: (to: string) => void }): ReactNode {
  const t = useWords("proposals")
  const [{ category, outcome }, set] = useFilter()
  return (
    <div className="proposals-find">
      <input
        type="search"
        aria-label={t("public.find")}
        placeholder={t("public.find")}
        value={text}
        onChange={(e) => {
          onText(e.target.value)
          set({ page: undefined })
        }}
      />
      <select
        aria-label={t("field.category")}
        value={category ?? ""}
        onChange={(e) => set({ category: e.target.value || undefined, page: undefined })}
      >
        <option value="">{t("public.all-categories")}</option>
        {of.categories.map((c) => (
          <option key={c}>{c}</option>
        ))}
      </select>
      <select
        aria-label={t("field.outcome")}
        value={outcome ?? ""}
        onChange={(e) => set({ outcome: e.target.value || undefined, page: undefined })}
      >
        <option value="">{t("public.all-outcomes")}</option>
        {outcomes.map((o) => (
          <option key={o} value={o}>
            {o} {t(`outcome.${o}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

function Lines({ of }: { of: Listed }): ReactNode {
  const t = useWords("proposals")
  if (of.total === 0)
    return (
      <Empty title={t(of.counts.filed === 0 ? "public.none" : "public.no-match")}>
        {of.counts.filed === 0 ? <p>{t("public.none-more")}</p> : null}
      </Empty>
    )
  return (
    <>
      <ul className="proposals-public">
        {of.items.map((p) => (
          <li key={p.id} className="panel">
            <h2>
              <Nth of={p.nth} /> {p.title}
            </h2>
            <p className="proposals-line">
              <StateTag of={p} />
              <span className="muted">{t("public.category", { category: p.category, field: p.field })}</span>
              {p.office && !p.answer ? (
                <span className="muted">{t("public.office", { office: p.office })}</span>
              ) : null}
              {p.merged > 0 ? <span className="muted">{t("public.merged", { count: p.merged })}</span> : null}
            </p>
            {p.proposers.length > 0 ? (
              <p className="muted proposals-line">{t("public.by", { names: p.proposers.join("、") })}</p>
            ) : null}
            {p.answer ? (
              <AnswerBox
                of={{
                  office: p.office,
                  outcome: p.outcome,
                  text: p.answer,
                  on: p.answeredOn,
                  rating: p.rating,
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <Pages total={of.total} size={size} />
    </>
  )
}
