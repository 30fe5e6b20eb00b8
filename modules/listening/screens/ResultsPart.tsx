import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { Empty } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"
import { Bars, ShareBars } from "./Bars.tsx"
import { HearForm } from "./HearForm.tsx"
import type { One } from "./ListeningPage.tsx"
import { useTell } from "./say.ts"

type Survey = NonNullable<One["survey"]>

/** Who has answered, and once it is closed, what. */
export function ResultsPart({ of, survey }: { of: One; survey: Survey }): ReactNode {
  const t = useWords("listening")
  const tell = useTell()
  const [words, setWords] = useState<string>()
  if (survey.answers === 0) return <Empty title={t("results.none")} />
  return (
    <>
      <section className="panel listening-panel">
        <h2>{t("results.part")}</h2>
        <p>
          <b>{t("results.answers", { count: survey.answers })}</b>{" "}
          {of.publishedOn ? (
            <span className="muted">{t("results.published", { day: tell.day(of.publishedOn) })}</span>
          ) : null}
        </p>
        {survey.shares ? <ShareBars of={survey.shares} /> : null}
        {of.can.export ? (
          <p className="listening-buttons">
            <a className="button" href={`/api/listening/results/${of.id}.xlsx`}>
              {t("results.xlsx")}
            </a>
          </p>
        ) : null}
      </section>
      {survey.results ? (
        <section className="panel listening-panel">
          <h2>{t("results.title")}</h2>
          <Bars of={survey.results}>
            {(q) =>
              q.texts.length > 0 ? (
                <Texts of={q.texts} {...(of.can.hear ? { onHear: setWords } : {})} />
              ) : q.kind === "text" && q.n !== null ? (
                <p className="muted">{t("results.texts-inside")}</p>
              ) : null
            }
          </Bars>
        </section>
      ) : (
        <p className="muted">{t("results.open")}</p>
      )}
      {words === undefined ? null : <HearForm of={of} words={words} onClose={() => setWords(undefined)} />}
    </>
  )
}

/** Shown before the rest is asked for. */
const some = 10

interface TextsProps {
  readonly of: readonly string[]
  readonly onHear?: (text: string) => void
}

/** Free texts, equal ones once with how many wrote so; each can be put down as something heard. */
function Texts({ of, onHear }: TextsProps): ReactNode {
  const t = useWords("listening")
  const [all, setAll] = useState(false)
  const different = [...Map.groupBy(of, (text) => text)].map(([text, { length }]) => ({ text, length }))
  return (
    <>
      <ul className="listening-texts">
        {(all ? different : different.slice(0, some)).map(({ text, length }) => (
          <li key={text}>
            <span>
              <span lang="zh-CN">{text}</span>
              {length > 1 ? <small className="muted"> {t("results.same", { count: length })}</small> : null}
            </span>
            {onHear ? (
              <Button size="small" onClick={() => onHear(text)}>
                {t("results.hear")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {!all && different.length > some ? (
        <p className="listening-buttons">
          <Button onClick={() => setAll(true)}>{t("results.all", { count: different.length })}</Button>
        </p>
      ) : null}
    </>
  )
}
