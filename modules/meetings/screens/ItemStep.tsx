import { Button, Input, Select } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { noteItem, putToVote } from "../contract.ts"
import type { Meeting } from "./MeetingPage.tsx"

/** The item whose turn it is: what is said, and whether it goes to the vote, was only talked about, or is put off. */
export function ItemStep({ of }: { of: Meeting }): ReactNode {
  const t = useWords("meetings")
  const { university } = useViewer()
  const at = of.items.findIndex((i) => i.state === "pending")
  const item = of.items[at]
  const [said, setSaid] = useState(item?.said ?? "")
  const [words, setWords] = useState("")
  const [owner, setOwner] = useState<string>()
  const [due, setDue] = useState<string>()
  const voting = useDo(putToVote, { quiet: true, done: t("item.voting") })
  const noting = useDo(noteItem, { quiet: true, done: t("item.noted") })
  const refused = voting.refused ?? noting.refused
  if (!item) return null
  const note = (state: "discussed" | "deferred") => void noting.run({ id: item.id, said, state })
  const vote = () =>
    void voting.run({
      id: item.id,
      words,
      said,
      ...(owner ? { owner } : {}),
      ...(due ? { due } : {}),
    })
  return (
    <div className="meetings-itemstep">
      <p>
        <b>{t("item.now", { n: at + 1, all: of.items.length, title: item.title })}</b>
      </p>
      {item.matter ? (
        <p className="meetings-plain muted">
          {t("item.is-important", { matter: item.matter })} <ClauseLabel clause="2.2a" />
          <br />
          {t(`report.before.${item.report.state}`)} <ClauseLabel clause="7.4" />
        </p>
      ) : null}
      {refused ? <Problem refusal={refused} /> : null}
      <div className="meetings-field">
        <label htmlFor="item-said">{t("item.said")}</label>
        <Input.TextArea
          id="item-said"
          autoSize={{ minRows: 2, maxRows: 10 }}
          value={said}
          maxLength={5000}
          placeholder={t("item.said-like")}
          onChange={(e) => setSaid(e.target.value)}
        />
      </div>
      <div className="meetings-field">
        <label htmlFor="item-words">{t("item.words")}</label>
        <Input.TextArea
          id="item-words"
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={words}
          maxLength={2000}
          placeholder={t("item.words-like")}
          onChange={(e) => setWords(e.target.value)}
        />
      </div>
      <div className="meetings-pair">
        <div className="meetings-field">
          <span id="owner-label">{t("item.owner")}</span>
          <Select
            allowClear
            aria-labelledby="owner-label"
            value={owner}
            options={of.members.map((m) => ({ value: m.number, label: m.name }))}
            onChange={(number?: string) => setOwner(number)}
          />
        </div>
        <div className="meetings-field">
          <span>{t("item.due")}</span>
          <DayPicker label={t("item.due")} value={due} min={university.today} onChange={setDue} />
        </div>
      </div>
      <div className="meetings-row">
        <Button
          type="primary"
          size="large"
          loading={voting.busy}
          disabled={words.trim().length < 4}
          onClick={vote}
        >
          {t("item.vote")}
        </Button>
        {item.matter ? null : (
          <Button size="large" loading={noting.busy} onClick={() => note("discussed")}>
            {t("item.no-vote")}
          </Button>
        )}
        <Button size="large" loading={noting.busy} onClick={() => note("deferred")}>
          {t("item.defer")}
        </Button>
      </div>
    </div>
  )
}
