import { Button, Checkbox } from "antd"
import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { apart } from "../contract.ts"
import { type Choice, idsOf, readChoice } from "./choice.ts"
import type { Group, Line } from "./DuplicatesPage.tsx"

interface GroupProps {
  readonly of: Group
  readonly choice: Choice
  readonly onChoice: (change: Partial<Choice>) => void
  readonly onMerge: () => void
}

/** One proposal: the texts beside each other, which of them are one matter, and which the others go into. */
export function GroupPanel({ of, choice, onChoice, onMerge }: GroupProps): ReactNode {
  const t = useWords("merging")
  const say = useSay()
  const part = useDo(apart, { done: t("apart.done") })
  const { chosen, lead, others, free, rest } = readChoice(of, choice)
  const { ticked } = choice
  const tick = (id: string) =>
    onChoice({ ticked: ticked.includes(id) ? ticked.filter((x) => x !== id) : [...ticked, id] })
  const name = of.needs.map((n) => t("nth", { nth: n.nth })).join("、")
  return (
    <section className="panel merging-group" aria-label={t("group", { needs: name })} tabIndex={-1}>
      <p className="merging-why">
        <Checkbox checked={choice.picked} onChange={() => onChoice({ picked: !choice.picked })}>
          {t("bulk.pick")}
        </Checkbox>
        <b>{t("score", { percent: Math.round(of.score * 100) })}</b>{" "}
        <span className="muted">{t("shared")}</span>
        {of.shared.map((word) => (
          <span key={word} className="tag">
            {word}
          </span>
        ))}
      </p>
      <ul className="merging-needs">
        {of.needs.map((n) => (
          <li key={n.id} className={n.id === lead?.id ? "merging-lead" : ""}>
            <p className="merging-head">
              <Checkbox
                checked={chosen.some((c) => c.id === n.id)}
                disabled={n.own}
                onChange={() => tick(n.id)}
              >
                {t("nth", { nth: n.nth })}
              </Checkbox>
              {n.own ? <span className="tag">{t("own")}</span> : null}
              <span className="tag">{t(`state.${n.state}`)}</span>
            </p>
            <Go to={`/office/desk/${n.id}`} className="merging-title">
              {n.title}
            </Go>
            {tellsMore(n) ? (
              <p className="merging-text" lang="zh-CN">
                {n.text}
              </p>
            ) : null}
            <p className="muted">
              {[
                n.category,
                n.place,
                say.day(n.raisedOn),
                t("voices", { count: n.voices }),
                n.office ?? "",
                n.source ?? "",
                n.parts > 0 ? t("parts-of", { count: n.parts }) : "",
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {n.own ? null : n.id === lead?.id ? (
              <p className="merging-mark">{t("lead-is")}</p>
            ) : (
              <Button disabled={!chosen.some((c) => c.id === n.id)} onClick={() => onChoice({ lead: n.id })}>
                {t("lead-make")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="merging-go">
        <Button type="primary" disabled={others.length === 0} onClick={onMerge}>
          {t("merge.chosen", { count: chosen.length })}
        </Button>
        {free.length > 1 ? (
          <ConfirmButton
            loading={part.busy}
            ask={t("apart.ask")}
            detail={t("apart.detail")}
            onConfirm={() => part.run({ needs: idsOf(free), from: idsOf(free) })}
          >
            {t("apart.all")}
          </ConfirmButton>
        ) : null}
        {rest.length > 0 && chosen.length > 0 ? (
          <ConfirmButton
            loading={part.busy}
            ask={t("apart.rest-ask")}
            detail={t("apart.detail")}
            onConfirm={() => part.run({ needs: idsOf(rest), from: idsOf(chosen) })}
          >
            {t("apart.rest")}
          </ConfirmButton>
        ) : null}
      </div>
    </section>
  )
}

/** A register's words are its title with some courtesies around: they are not said twice. */
const courtesies = 14
const tellsMore = ({ title, text }: Line): boolean =>
  text !== "" && (!text.includes(title) || text.length - title.length > courtesies)
