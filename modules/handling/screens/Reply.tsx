import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { reply } from "../contract.ts"
import type { Own } from "./NeedPage.tsx"

/** What the handlers asked and what was replied: seen by who raised it and by them. */
export function Reply({ of, told }: { of: Own; told: string }): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  const [text, setText] = useState("")
  const { run, busy, refused } = useDo(reply, { quiet: true, done: t("reply.done") })
  if (!of.raised || (of.thread.length === 0 && !of.can.reply)) return null
  return (
    <section className="panel no-print">
      <h2>{t("reply.title")}</h2>
      <p className="muted">{t(of.shown === "named" ? "reply.named" : "reply.unnamed")}</p>
      <ul className="handling-thread">
        {of.thread.map((m, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a thread only grows at its end
          <li key={i} className={m.from === "raiser" ? "handling-mine" : ""}>
            <small>
              {m.from === "raiser" ? t("reply.me") : m.name} · {say.day(m.on)}
            </small>
            {m.text}
          </li>
        ))}
      </ul>
      {of.can.reply ? (
        <form
          className="need-form"
          onSubmit={async (e) => {
            e.preventDefault()
            if (await run({ id: told, text: text.trim() })) setText("")
          }}
        >
          <label>
            <span>{t("reply.label")}</span>
            <textarea
              rows={3}
              minLength={2}
              maxLength={1000}
              required
              value={text}
              onChange={(e) => setText(e.target.value)}
            />
          </label>
          {refused ? <Problem refusal={refused} /> : null}
          <div className="need-buttons">
            <button type="submit" className="button" disabled={busy}>
              {t("reply.go")}
            </button>
          </div>
        </form>
      ) : null}
    </section>
  )
}
