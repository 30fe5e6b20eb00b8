import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useSay } from "#kit/web/days.ts"
import { Toggle } from "#kit/web/desk/Toggle.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { AttestForm } from "./AttestForm.tsx"
import { answerTo, type Evidence, openOnes } from "./EvidencePage.tsx"
import { useValue } from "./value.ts"

type Question = Evidence["questions"][number]

/** What the records cannot tell, clause by clause; each is answered where it stands. */
export function OpenQuestions({ unionId, evidence }: { unionId: string; evidence: Evidence }): ReactNode {
  const t = useWords("evidence")
  const { university } = useViewer()
  const [every, setEvery] = useState(false)
  const [asking, setAsking] = useState<Question>()
  const shown = every ? evidence.questions : openOnes(evidence, university.today)
  const groups = [...Map.groupBy(shown, (q) => q.clauses[0] ?? "")].sort(([a], [b]) => order(a) - order(b))
  return (
    <>
      <div className="evidence-head">
        <span className="muted">{t(evidence.can.attest ? "questions.lead" : "questions.who")}</span>
        <Toggle on={every} onTurn={setEvery}>
          {t("questions.every")}
        </Toggle>
      </div>
      {groups.length === 0 ? (
        <Empty title={t("questions.none")}>
          <p>{t("questions.none-more")}</p>
        </Empty>
      ) : null}
      {groups.map(([clause, questions]) => (
        <section key={clause} className="evidence-clause">
          <h2>
            {clause ? (
              <Go to={`/office/findings/${encodeURIComponent(unionId)}/${clause}`}>
                <ClauseLabel clause={clause} />
              </Go>
            ) : (
              t("questions.other")
            )}
          </h2>
          <ul>
            {questions.map((q) => (
              <li key={q.id}>
                <Asked question={q} evidence={evidence} />
                {evidence.can.attest ? (
                  <Button size="small" onClick={() => setAsking(q)}>
                    {t(answerTo(evidence, q.id, university.today) ? "questions.again" : "questions.answer")}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {asking ? (
        <AttestForm unionId={unionId} questions={[asking]} onClose={() => setAsking(undefined)} />
      ) : null}
    </>
  )
}

function Asked({ question: q, evidence }: { question: Question; evidence: Evidence }): ReactNode {
  const t = useWords("evidence")
  const say = useSay()
  const value = useValue()
  const { university } = useViewer()
  const given = answerTo(evidence, q.id, university.today)
  return (
    <span className="evidence-asked">
      <span lang="zh-CN">{q.prompt}</span>
      <small className="muted">
        {given
          ? t("questions.answered", { value: value(given.value), by: given.by, day: say.day(given.on) })
          : t(`lasts.${q.lasts}`)}
      </small>
    </span>
  )
}

/** 10.2 stands after 9.5. */
const order = (clause: string): number => {
  const [article = "0", point = "0"] = clause.split(".")
  return Number(article) * 1000 + Number.parseInt(point, 10)
}
