import { type ReactNode, useState } from "react"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { booth } from "../contract-asked.ts"
import { CredentialPart } from "./CredentialPart.tsx"
import { Limits } from "./Limits.tsx"
import { type Booth, type Marks, namesOn, rowsOf, unmarked } from "./marks.ts"
import { Paper } from "./Paper.tsx"
import { Receipt } from "./Receipt.tsx"
import { Review } from "./Review.tsx"
import { useCasting } from "./useCasting.ts"
import { useCredential } from "./useCredential.ts"
import "./booth.css"

/** The booth: a delegate's ballot, filled in, encrypted and cast from this browser. */
export default function BoothPage(): ReactNode {
  const t = useWords("elections")
  const asked = useAsk(booth, { id: useParam("id") }, { every: 12_000 })
  return (
    <PageOf of={asked} title={t("booth.title")}>
      {(of) => <Shown of={of} />}
    </PageOf>
  )
}

function Shown({ of }: { of: Booth }): ReactNode {
  const t = useWords("elections")
  return (
    <Page
      narrow
      title={of.title}
      lead={
        <>
          <span lang="zh-CN">{of.assembly.name}</span>
          {of.round > 1 ? ` · ${t("round", { n: of.round })}` : ""} ·{" "}
          {t(`booth.lead-${of.mode}`, { post: of.post, seats: of.seats, count: of.candidates.length })}
        </>
      }
    >
      {of.method === "paper" ? (
        <section className="panel">
          <p>{t("booth.paper")}</p>
          <Go to={`/vote/${of.id}/board`} className="button">
            {t("board.go")}
          </Go>
        </section>
      ) : (
        <Voting of={of} />
      )}
    </Page>
  )
}

function Voting({ of }: { of: Booth }): ReactNode {
  const t = useWords("elections")
  const credential = useCredential(of)
  const casting = useCasting(of, credential.public)
  const [marks, setMarks] = useState<Marks>(unmarked)
  const [reviewing, setReviewing] = useState(false)
  const names = namesOn(of)
  const open = of.state === "open"
  const resting = casting.step === "rest"
  const { secret } = credential
  return (
    <>
      {casting.refused ? <Problem refusal={casting.refused} /> : null}
      {open ? null : (
        <section className="panel">
          <h2>{t(`state.${of.state}`)}</h2>
          <p>{t("booth.over")}</p>
          <Go to={`/vote/${of.id}/board`} className="button button-main booth-wide">
            {t("board.go")}
          </Go>
        </section>
      )}
      {resting ? null : (
        <Receipt
          of={of}
          casting={casting}
          onAgain={() => {
            setMarks(unmarked)
            setReviewing(false)
            casting.again()
          }}
        />
      )}
      {open && resting ? (
        secret && reviewing ? (
          <Review
            of={of}
            names={names}
            marks={marks}
            again={casting.cast.length > 0}
            onBack={() => setReviewing(false)}
            onCast={() => void casting.vote(secret, rowsOf(of, names, marks))}
          />
        ) : (
          <>
            <CredentialPart of={of} credential={credential} />
            {secret ? (
              <Paper
                of={of}
                names={names}
                marks={marks}
                onMark={setMarks}
                onReview={() => {
                  setReviewing(true)
                  scrollTo({ top: 0 })
                }}
              />
            ) : null}
          </>
        )
      ) : null}
      <Limits trustees={of.trustees} threshold={of.threshold} />
    </>
  )
}
