import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import { type Booth, type Marks, missingOn, toggled, verdicts } from "./marks.ts"

interface PaperProps {
  readonly of: Booth
  readonly names: readonly string[]
  readonly marks: Marks
  readonly onMark: (marks: Marks) => void
  readonly onReview: () => void
}

/** The ballot paper: cards with a verdict each, or a list with as many marks as there are seats. */
export function Paper({ of, names, marks, onMark, onReview }: PaperProps): ReactNode {
  const t = useWords("elections")
  const missing = missingOn(of, names, marks)
  return (
    <section className="booth-paper" aria-label={t("booth.ballot")}>
      {of.mode === "equal" ? (
        <Equal of={of} names={names} marks={marks} onMark={onMark} />
      ) : (
        <Surplus of={of} names={names} marks={marks} onMark={onMark} />
      )}
      <div className="booth-foot">
        <p aria-live="polite">
          {of.mode === "equal"
            ? missing.length > 0
              ? t("booth.missing", { count: missing.length })
              : t("booth.complete")
            : marks.blank
              ? t("booth.counter-blank")
              : t("booth.counter", { n: marks.chosen.length, seats: of.seats })}
        </p>
        <button type="button" className="button button-main" disabled={missing.length > 0} onClick={onReview}>
          {t("booth.review")}
        </button>
      </div>
    </section>
  )
}

type PartProps = Omit<PaperProps, "onReview">

function Who({ of, name, place }: { of: Booth; name: string; place: number }): ReactNode {
  const t = useWords("elections")
  const c = of.candidates[place]
  return (
    <span className="booth-who" lang="zh-CN">
      <b>{name}</b>
      {c ? (
        <small>
          {c.faculty}
          {c.grade === null ? "" : ` ${t("grade", { grade: c.grade })}`}
        </small>
      ) : null}
    </span>
  )
}

function Equal({ of, names, marks, onMark }: PartProps): ReactNode {
  const t = useWords("elections")
  return (
    <>
      <p className="muted booth-how">{t("booth.how-equal")}</p>
      {names.map((name, i) => (
        <fieldset key={name} className="booth-card">
          <legend>
            <Who of={of} name={name} place={i} />
          </legend>
          <div className="booth-verdicts">
            {verdicts.map((v) => (
              <label key={v} className={`booth-verdict booth-${v}`}>
                <input
                  type="radio"
                  name={`candidate-${i}`}
                  checked={marks.verdicts[i] === v}
                  onChange={() => onMark({ ...marks, verdicts: { ...marks.verdicts, [i]: v } })}
                />
                <span>{t(`verdict.${v}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}

function Surplus({ of, names, marks, onMark }: PartProps): ReactNode {
  const t = useWords("elections")
  const full = marks.chosen.length >= of.seats
  return (
    <>
      <p className="muted booth-how">{t("booth.how-surplus", { seats: of.seats })}</p>
      <fieldset className="booth-list">
        <legend className="unseen">{t("booth.ballot")}</legend>
        {names.map((name, i) => {
          const on = marks.chosen.includes(i)
          return (
            <label key={name} className={!on && full ? "booth-choice booth-shut" : "booth-choice"}>
              <input
                type="checkbox"
                checked={on}
                disabled={!on && full}
                onChange={() => onMark(toggled(marks, i, of.seats))}
              />
              <Who of={of} name={name} place={i} />
            </label>
          )
        })}
        <label className="booth-choice booth-none">
          <input
            type="checkbox"
            checked={marks.blank}
            onChange={() => onMark({ ...marks, blank: !marks.blank, chosen: [] })}
          />
          <span className="booth-who">
            <b>{t("booth.blank")}</b>
            <small>{t("booth.blank-more")}</small>
          </span>
        </label>
      </fieldset>
      {full ? <p className="muted booth-how">{t("booth.full", { seats: of.seats })}</p> : null}
      <p className="muted booth-how">{t("limits.over")}</p>
    </>
  )
}
