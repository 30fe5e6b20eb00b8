import { Button, InputNumber, Select } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { classmates, recommend } from "../contract.ts"
import type { Listed } from "./ListPage.tsx"

/** What the class meeting decided; on a phone, in the classroom. */
export function RecommendForm({ of }: { of: Listed }): ReactNode {
  const t = useWords("delegates")
  const [chosen, setChosen] = useState(of.classes[0]?.className ?? "")
  const className = of.classes.some((c) => c.className === chosen) ? chosen : (of.classes[0]?.className ?? "")
  return (
    <section className="panel delegates-next">
      <h2>
        {t("recommend.title")} <ClauseLabel clause="6.2" />
      </h2>
      <p className="muted">{t("recommend.lead")}</p>
      {of.classes.length > 1 ? (
        <div className="delegates-field">
          <span id="class-label">{t("class")}</span>
          <Select
            aria-labelledby="class-label"
            showSearch={{ optionFilterProp: "label" }}
            value={className}
            options={of.classes.map((c) => ({ value: c.className, label: c.className }))}
            onChange={(to: string) => setChosen(to)}
          />
        </div>
      ) : null}
      <Meeting key={className} of={of} className={className} />
    </section>
  )
}

interface MeetingProps {
  readonly of: Listed
  readonly className: string
}

function Meeting({ of, className }: MeetingProps): ReactNode {
  const t = useWords("delegates")
  const { university } = useViewer()
  const known = of.classes.find((c) => c.className === className)
  const before = of.meetings.find((m) => m.className === className)
  const mates = useAsk(classmates, { list: of.id, className })
  const [heldOn, setHeldOn] = useState<string | undefined>(before?.heldOn ?? university.today)
  const [people, setPeople] = useState<number | null>(before?.people ?? known?.students ?? null)
  const [present, setPresent] = useState<number | null>(before?.present ?? null)
  const [votes, setVotes] = useState<Readonly<Record<string, number | null>>>(
    Object.fromEntries((before?.nominees ?? []).map((n) => [n.number, n.votes])),
  )
  const act = useDo(recommend, { quiet: true, done: t("recommend.done") })
  const least = people === null ? null : Math.ceil((people * 2) / 3)
  const named = Object.keys(votes)
  const nameOf = (number: string) => mates.data?.items.find((m) => m.number === number)?.name ?? number
  const ready =
    heldOn && people && present !== null && named.length > 0 && named.every((n) => votes[n] !== null)
  const send = () =>
    act.run({
      list: of.id,
      className,
      heldOn: heldOn ?? "",
      people: people ?? 0,
      present: present ?? 0,
      nominees: named.map((number) => ({ number, votes: votes[number] ?? 0 })),
    })
  return (
    <>
      {act.refused ? <Problem refusal={act.refused} /> : null}
      <div className="delegates-numbers">
        <div className="delegates-field">
          <label htmlFor="held">{t("recommend.held")}</label>
          <DayPicker id="held" value={heldOn} max={university.today} onChange={setHeldOn} />
        </div>
        <div className="delegates-field">
          <label htmlFor="people">{t("recommend.people")}</label>
          <InputNumber id="people" min={1} max={1000} precision={0} value={people} onChange={setPeople} />
        </div>
        <div className="delegates-field">
          <label htmlFor="present">{t("recommend.present")}</label>
          <InputNumber id="present" min={0} max={1000} precision={0} value={present} onChange={setPresent} />
        </div>
      </div>
      {least !== null && present !== null ? (
        <p className={present >= least ? "delegates-full" : "delegates-late"} role="status">
          {t(present >= least ? "recommend.enough" : "recommend.few", { least })}
        </p>
      ) : null}
      <div className="delegates-field">
        <span id="names-label">{t("recommend.names")}</span>
        <Select
          mode="multiple"
          aria-labelledby="names-label"
          loading={mates.isLoading}
          showSearch={{ optionFilterProp: "label" }}
          value={named}
          placeholder={t("recommend.names-like")}
          options={(mates.data?.items ?? []).map((m) => ({
            value: m.number,
            label: `${m.name} ${m.number}`,
          }))}
          onChange={(to: string[]) => setVotes(Object.fromEntries(to.map((n) => [n, votes[n] ?? null])))}
        />
      </div>
      <ul className="delegates-votes">
        {named.map((number) => (
          <li key={number}>
            <label htmlFor={`v-${number}`}>{nameOf(number)}</label>
            <InputNumber
              id={`v-${number}`}
              min={0}
              max={present ?? 1000}
              precision={0}
              placeholder={t("recommend.votes")}
              value={votes[number] ?? null}
              onChange={(to) => setVotes({ ...votes, [number]: to })}
            />
          </li>
        ))}
      </ul>
      <Button type="primary" size="large" loading={act.busy} disabled={!ready} onClick={() => void send()}>
        {t(before ? "recommend.again" : "recommend.go")}
      </Button>
    </>
  )
}
