import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { tell } from "#kit/web/tell.ts"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { categories } from "../contract.ts"
import { type Draft, useDraft } from "./draft.ts"
import { HelpBar } from "./HelpLines.tsx"
import { RaiseForm } from "./RaiseForm.tsx"
import { useWaiting } from "./sending.ts"
import { WaitingList } from "./Waiting.tsx"
import "./needs.css"
import "./raise.css"

type Categories = Out<typeof categories>

/** A need said in half a minute. */
export default function RaisePage(): ReactNode {
  const t = useWords("needs")
  const { account } = useViewer()
  const asked = useAsk(categories, {})
  return (
    <Page
      title={t("raise.title")}
      lead={t("raise.lead")}
      narrow
      actions={
        <Go to="/needs/mine" className="button">
          {t("mine.title")}
        </Go>
      }
    >
      <HelpBar />
      {account ? (
        <Answer of={asked} rows={8}>
          {(known) => <Raising person={account.number} categories={known} />}
        </Answer>
      ) : (
        <Empty title={t("sign-in")}>
          <p>{t("sign-in-more")}</p>
          <Go to="/sign-in?back=/needs/raise" className="button button-main">
            {t("sign-in-go")}
          </Go>
        </Empty>
      )}
    </Page>
  )
}

interface Sent {
  readonly nth: number
  readonly category: Categories["items"][number] | undefined
  readonly anonymous: boolean
}

function Raising({ person, categories: known }: { person: string; categories: Categories }): ReactNode {
  const t = useWords("needs")
  const { draft, change, clear, take } = useDraft(person)
  const [photos, setPhotos] = useState<readonly Blob[]>([])
  const [sent, setSent] = useState<Sent>()
  const queue = useWaiting(person, (nth) => tell({ kind: "done", words: t("waiting.sent", { nth }) }))
  const fresh = () => {
    clear()
    setPhotos([])
  }
  if (sent) return <Success of={sent} onAgain={() => setSent(undefined)} />
  return (
    <>
      <WaitingList
        waiting={queue.waiting}
        onDrop={(ticket) => void queue.drop(ticket)}
        onTake={(one) => {
          take(one.words)
          setPhotos(one.photos)
          void queue.drop(one.ticket)
        }}
      />
      <RaiseForm
        categories={known}
        draft={draft}
        photos={photos}
        onChange={change}
        onPhotos={setPhotos}
        onClear={fresh}
        onSent={(nth) => {
          setSent({ nth, category: categoryOf(known, draft), anonymous: draft.shown === "anonymous" })
          fresh()
        }}
        onKept={async () => {
          await queue.put(draft, photos)
          fresh()
          window.scrollTo({ top: 0 })
        }}
      />
    </>
  )
}

const categoryOf = (known: Categories, draft: Draft) => known.items.find((c) => c.id === draft.category)

/** Its number, and what happens next until when. */
function Success({ of, onAgain }: { of: Sent; onAgain: () => void }): ReactNode {
  const t = useWords("needs")
  const clock = of.category?.clock
  return (
    <section className="panel needs-sent" aria-live="polite">
      <p className="needs-sent-nth">{t("sent.nth", { nth: of.nth })}</p>
      <h2>{t("sent.next")}</h2>
      <ol>
        <li>{t(of.category?.desk === "league" ? "sent.sorted-league" : "sent.sorted")}</li>
        {clock ? (
          <>
            <li>{t("sent.acknowledged", { count: clock.acknowledge })}</li>
            <li>{t("sent.answered", { count: clock.answer })}</li>
            <li>{t("sent.solved", { count: clock.solve })}</li>
          </>
        ) : null}
        <li>{t("sent.rated")}</li>
      </ol>
      {of.anonymous ? <p className="needs-hint">{t("sent.anonymous")}</p> : null}
      <div className="needs-buttons">
        <Go to="/needs/mine" className="button button-main">
          {t("mine.title")}
        </Go>
        <button type="button" className="button" onClick={onAgain}>
          {t("sent.again")}
        </button>
      </div>
    </section>
  )
}
