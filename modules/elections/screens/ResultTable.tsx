import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"
import type { ShownResult } from "../shapes.ts"
import "./result.css"

interface ResultProps {
  readonly of: ShownResult
  readonly method: "electronic" | "paper"
  readonly seats: number
}

/** A result with its arithmetic, in the columns of the report sheet (选举结果报告单). */
export function ResultTable({ of, method, seats }: ResultProps): ReactNode {
  const t = useWords("elections")
  const say = useSay()
  const n = (count: number | null) => (count === null ? "—" : say.number(count))
  const verdicts = of.candidates.some((c) => c.against !== null)
  const paper = method === "paper"
  return (
    <div className="result">
      <p className="result-sums">
        <span>{t("result.present", { n: of.present })}</span>
        <span>{t("result.issued", { n: of.issued })}</span>
        <span>{t("result.recovered", { n: of.recovered })}</span>
        <span>{t("result.valid", { n: of.valid })}</span>
        <span>{t("result.invalid", { n: of.invalid })}</span>
        {of.blank === null ? null : <span>{t("result.blank", { n: of.blank })}</span>}
      </p>
      <table>
        <caption className="unseen">{t("result.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("result.name")}</th>
            <th scope="col">{t("verdict.for")}</th>
            {verdicts ? <th scope="col">{t(paper ? "result.against" : "verdict.against")}</th> : null}
            {verdicts ? <th scope="col">{t("verdict.abstain")}</th> : null}
            {paper ? <th scope="col">{t("result.illegible")}</th> : null}
            <th scope="col">{t("result.share")}</th>
            <th scope="col">{t("result.fate")}</th>
          </tr>
        </thead>
        <tbody>
          {of.candidates.map((c) => (
            <tr key={c.name}>
              <th scope="row" lang="zh-CN">
                {c.name}
              </th>
              <td>{n(c.for)}</td>
              {verdicts ? <td>{n(c.against)}</td> : null}
              {verdicts ? <td>{n(c.abstain)}</td> : null}
              {paper ? <td>{n(c.illegible)}</td> : null}
              <td>{c.share}</td>
              <td>
                <span className={`tag result-${c.fate}`}>{t(`fate.${c.fate}`)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {of.writeIns.length > 0 ? (
        <p>
          {t("result.write-ins")}
          {of.writeIns.map((w) => t("result.write-in", { name: w.name, n: w.for })).join("、")}
        </p>
      ) : null}
      <p className="muted">
        {t("result.rule", { present: of.present, seats })}{" "}
        {paper
          ? t("result.paper-sum", { valid: of.valid, invalid: of.invalid, recovered: of.recovered })
          : null}
      </p>
      <p>
        <b>
          {of.elected.length > 0
            ? t("result.elected", { names: of.elected.join("、"), count: of.elected.length })
            : t("result.nobody")}
        </b>
        {of.open > 0 ? ` ${t("result.open", { n: of.open })}` : ""}
        {of.tied.length > 0 ? ` ${t("result.tied", { names: of.tied.join("、") })}` : ""}
        {of.vacant > 0 ? ` ${t("result.vacant", { n: of.vacant })}` : ""}
      </p>
    </div>
  )
}
