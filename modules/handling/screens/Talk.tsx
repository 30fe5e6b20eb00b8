import { Button, Input } from "antd"
import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { ask, note } from "../contract.ts"
import type { Whole } from "./HandlePage.tsx"

/** Questions to who raised it, and the replies: of each need that was merged by itself. */
export function Talk({ of }: { of: Whole }): ReactNode {
  const t = useWords("handling")
  const shown = of.threads.filter((th) => th.said.length > 0 || (of.can.talk && of.left === null))
  if (shown.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("talk.title")}</h2>
      {shown.map((th) => (
        <Thread key={th.of} of={of} thread={th} many={shown.length > 1} />
      ))}
    </section>
  )
}

function Thread(props: { of: Whole; thread: Whole["threads"][number]; many: boolean }): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  const { of, thread } = props
  const { run, busy } = useDo(ask, { done: t("talk.asked") })
  return (
    <>
      {props.many ? <h3>{t("talk.with", { nth: thread.nth })}</h3> : null}
      <ul className="handling-thread">
        {thread.said.map((m, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a thread only grows at its end
          <li key={i} className={m.from === "handler" ? "handling-mine" : ""}>
            <small>
              {m.from === "handler" ? m.name : t("talk.raiser")} · {say.day(m.on)}
            </small>
            {m.text}
          </li>
        ))}
      </ul>
      {of.can.talk && of.left === null ? (
        <Write
          label={t("talk.label")}
          hint={t("talk.hint")}
          go={t("talk.go")}
          busy={busy}
          onGo={(text) => run({ id: of.id, of: thread.of, text })}
        />
      ) : null}
    </>
  )
}

/** What the handlers of one desk or office tell each other. */
export function Notes({ of }: { of: Whole }): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  const { run, busy } = useDo(note, { done: t("notes.done") })
  if (!of.can.talk && of.notes.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("notes.title")}</h2>
      <ul className="handling-said">
        {of.notes.map((n) => (
          <li key={n.at + n.text}>
            {n.text}{" "}
            <small className="muted">
              {n.byName} · {say.recorded(n.at)}
            </small>
          </li>
        ))}
      </ul>
      {of.can.talk ? (
        <Write
          label={t("notes.label")}
          hint={t("notes.hint")}
          go={t("notes.go")}
          busy={busy}
          onGo={(text) => run({ id: of.id, text })}
        />
      ) : null}
    </section>
  )
}

interface WriteProps {
  readonly label: string
  readonly hint: string
  readonly go: string
  readonly busy: boolean
  readonly onGo: (text: string) => Promise<unknown>
}

function Write({ label, hint, go, busy, onGo }: WriteProps): ReactNode {
  const [text, setText] = useState("")
  return (
    <form
      className="handling-write"
      onSubmit={async (e) => {
        e.preventDefault()
        if (await onGo(text.trim())) setText("")
      }}
    >
      <Input.TextArea
        aria-label={label}
        placeholder={hint}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={1000}
        value={text}
        onChange={(e) => setText(e.target.value)}
      />
      <Button htmlType="submit" loading={busy} disabled={text.trim().length < 2}>
        {go}
      </Button>
    </form>
  )
}
