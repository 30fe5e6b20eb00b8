import { type ReactNode, useEffect, useRef, useState } from "react"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { postMessage } from "../contract.ts"
import { one, trustee } from "../contract-asked.ts"
import { begin, type Ceremony, go, keepSecret, secretOf } from "./ceremony.ts"
import type { TrusteeKept } from "./keeping.ts"
import { OpenBox } from "./OpenBox.tsx"
import { RestoreKey } from "./RestoreKey.tsx"
import { SaveKey } from "./SaveKey.tsx"
import "./elections.css"

/** A scrutineer's own part of the key, from making it to opening the box; all of it in this browser. */
export default function TrusteePage(): ReactNode {
  const t = useWords("elections")
  const id = useParam("id")
  return (
    <PageOf of={useAsk(trustee, { id }, { every: 2_000 })} title={t("trustee.title")}>
      {(of) => <Shown id={id} of={of} />}
    </PageOf>
  )
}

function Shown({ id, of }: { id: string; of: Ceremony }): ReactNode {
  const t = useWords("elections")
  const number = useViewer().account!.number
  const [own, setOwn] = useState<TrusteeKept | null>(() => secretOf(id, number, of))
  const [forgets, setForgets] = useState(false)
  const { data: election } = useAsk(one, { id }, { every: 6_000 })
  const nameOf = (index: number) => election?.trustees.find((p) => p.index === index)?.name ?? `${index}`
  const change = (to: TrusteeKept) => {
    setForgets(!keepSecret(id, number, to))
    setOwn(to)
  }
  // The keys were begun anew: what was kept of the attempt before is of no use.
  const mine = own && own.attempt === of.attempt ? own : null
  return (
    <Page
      title={t("trustee.title")}
      lead={<span lang="zh-CN">{of.title}</span>}
      narrow
      actions={
        <Go to={`/office/elections/${id}`} className="button">
          {t("page.back")}
        </Go>
      }
    >
      {forgets ? <p className="elections-late">{t("trustee.forgets")}</p> : null}
      <section className="panel elections-next" aria-live="polite">
        <Step id={id} of={of} own={mine} onChange={change} nameOf={nameOf} />
      </section>
      <Rounds of={of} nameOf={nameOf} />
      {mine?.message === null ? <SaveKey own={mine} onChange={change} again /> : null}
      <p className="muted">{t(`trustee.about-${of.kind}`, { threshold: of.threshold, size: of.size })}</p>
    </Page>
  )
}

interface StepProps {
  readonly id: string
  readonly of: Ceremony
  readonly own: TrusteeKept | null
  readonly onChange: (own: TrusteeKept) => void
  readonly nameOf: (index: number) => string
}

function Step({ id, of, own, onChange, nameOf }: StepProps): ReactNode {
  const t = useWords("elections")
  switch (of.next) {
    case "key":
    case "cert":
      return own?.message ? (
        <HandIn id={id} kind={of.next} own={own} onChange={onChange} />
      ) : (
        <Begin id={id} of={of} onChange={onChange} />
      )
    case "deal":
    case "output":
      return own ? (
        <Advance key={`${of.attempt}-${of.next}`} id={id} of={of} own={own} />
      ) : (
        <RestoreKey id={id} of={of} onChange={onChange} />
      )
    case "blamed":
      return (
        <>
          <h2 className="elections-late">{t("trustee.blamed")}</h2>
          {of.blames.map((b) => (
            <p key={`${b.by}-${b.of}`}>{t("trustee.blamed-who", { by: nameOf(b.by), of: nameOf(b.of) })}</p>
          ))}
          <p className="muted">{t("trustee.blamed-more")}</p>
        </>
      )
    case "decrypt":
      return own ? <OpenBox id={id} of={of} own={own} /> : <RestoreKey id={id} of={of} onChange={onChange} />
    default: {
      // Others have opened the box meanwhile.
      const stands = of.next === "done" && of.tally !== null ? "past" : of.next
      return (
        <>
          <h2>{t(`trustee.${stands}`)}</h2>
          <p>{t(`trustee.${stands}-more`)}</p>
        </>
      )
    }
  }
}

function Begin({ id, of, onChange }: Pick<StepProps, "id" | "of" | "onChange">): ReactNode {
  const t = useWords("elections")
  const [working, setWorking] = useState(false)
  return (
    <>
      <h2>{t("trustee.begin")}</h2>
      <p>{t("trustee.begin-more")}</p>
      <button
        type="button"
        className="button button-main booth-wide"
        disabled={working}
        onClick={() => {
          setWorking(true)
          void begin(id, of)
            .then(onChange)
            .finally(() => setWorking(false))
        }}
      >
        {t(working ? "trustee.making" : "trustee.make")}
      </button>
    </>
  )
}

interface HandInProps {
  readonly id: string
  readonly kind: "key" | "cert"
  readonly own: TrusteeKept
  readonly onChange: (own: TrusteeKept) => void
}

/** The secret is on file first; only then the others learn its public side. */
function HandIn({ id, kind, own, onChange }: HandInProps): ReactNode {
  const t = useWords("elections")
  const { run, busy, refused } = useDo(postMessage, { quiet: true, done: t("trustee.handed-in") })
  return (
    <>
      <h2>{t("trustee.save")}</h2>
      {refused ? <Problem refusal={refused} /> : null}
      <SaveKey own={own} onChange={onChange} />
      <button
        type="button"
        className="button button-main booth-wide"
        disabled={!own.saved || busy}
        onClick={() =>
          void run({ id, kind, body: own.message! }).then(
            (done) => done && onChange({ ...own, message: null }),
          )
        }
      >
        {t("trustee.hand-in")}
      </button>
      {own.saved ? null : <p className="muted">{t("trustee.save-first")}</p>}
    </>
  )
}

/** The rounds that need nobody's decision go on by themselves. */
function Advance({ id, of, own }: { id: string; of: Ceremony; own: TrusteeKept }): ReactNode {
  const t = useWords("elections")
  const { run, refused, forget } = useDo(postMessage, { quiet: true })
  const [foreign, setForeign] = useState(false)
  const [tried, setTried] = useState(0)
  const going = useRef(-1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each try
  useEffect(() => {
    if (going.current === tried) return
    going.current = tried
    forget()
    void go(of, own.secret).then(
      (message) => run({ id, ...message }),
      () => setForeign(true),
    )
  }, [tried])
  return (
    <>
      <h2>{t(`trustee.${of.next}`)}</h2>
      <p>{t(`trustee.${of.next}-more`)}</p>
      {foreign ? <p className="elections-late">{t("trustee.foreign")}</p> : null}
      {refused ? <Problem refusal={refused} again={() => setTried(tried + 1)} /> : null}
    </>
  )
}

/** Who has come how far: the rounds of the ceremony, name by name. */
function Rounds({ of, nameOf }: { of: Ceremony; nameOf: (index: number) => string }): ReactNode {
  const t = useWords("elections")
  const rounds =
    of.kind === "mandatory"
      ? ([["key", of.keys]] as const)
      : ([
          ["cert", of.certs],
          ["deal", of.deals],
          ["output", of.outputs],
        ] as const)
  return (
    <ol className="elections-rounds">
      {rounds.map(([kind, round]) => {
        const waits = round.flatMap((text, i) => (text === null ? [nameOf(i + 1)] : []))
        return (
          <li key={kind} className={waits.length === 0 ? "elections-ready" : ""}>
            <b>{t(`round-of.${kind}`)}</b>
            <span className="muted">
              {waits.length === 0
                ? t("trustee.round-done")
                : t("trustee.round-waits", { names: waits.join("、") })}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
