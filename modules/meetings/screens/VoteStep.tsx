import { Button, Radio } from "antd"
import { type ReactNode, useState } from "react"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { count, vote } from "../contract.ts"
import type { Meeting } from "./MeetingPage.tsx"

type Choice = "for" | "against" | "abstain"

/** The vote going on: one's own, or, for who presides, a show of hands; then the count. */
export function VoteStep({ of }: { of: Meeting }): ReactNode {
  const t = useWords("meetings")
  const { account } = useViewer()
  const item = of.items.find((i) => i.resolutions.some((r) => r.state === "voting"))
  const r = item?.resolutions.find((r) => r.state === "voting")
  const [hands, setHands] = useState<Readonly<Record<string, Choice>>>({})
  const voting = useDo(vote, { quiet: true, done: t("vote.done") })
  const counting = useDo(count, { quiet: true })
  if (!item || !r) return null
  const refused = voting.refused ?? counting.refused
  const open = r.votes.filter((v) => r.can.voteFor.includes(v.number))
  const chosen = open.flatMap((v) => {
    const choice = hands[v.number]
    return choice ? [{ number: v.number, choice }] : []
  })
  const options = (["for", "against", "abstain"] as const).map((value) => ({
    value,
    label: t(`choice.${value}`),
  }))
  const missing = r.votes.filter((v) => v.choice === null)
  return (
    <div>
      <p className="muted meetings-plain">{item.title}</p>
      <p className="meetings-resolution">{r.words}</p>
      {refused ? <Problem refusal={refused} /> : null}
      <ul className="meetings-people">
        {r.votes.map((v) => (
          <li key={v.number}>
            <b>
              {v.name}
              {v.number === account?.number ? t("vote.me") : ""}
            </b>
            {v.choice ? (
              <span className={`meetings-choice meetings-${v.choice}`}>{t(`choice.${v.choice}`)}</span>
            ) : r.can.voteFor.includes(v.number) ? (
              <Radio.Group
                aria-label={v.name}
                optionType="button"
                options={options}
                value={hands[v.number]}
                onChange={(e) => setHands({ ...hands, [v.number]: e.target.value as Choice })}
              />
            ) : (
              <span className="muted">{t("vote.waiting")}</span>
            )}
          </li>
        ))}
      </ul>
      <div className="meetings-row">
        {open.length > 0 ? (
          <ConfirmButton
            type="primary"
            size="large"
            loading={voting.busy}
            disabled={chosen.length === 0}
            ask={t("vote.ask", { count: chosen.length })}
            detail={t("vote.detail")}
            onConfirm={() => voting.run({ id: r.id, votes: chosen })}
          >
            {t("vote.go")}
          </ConfirmButton>
        ) : null}
        {r.can.count ? (
          <Button
            type="primary"
            size="large"
            loading={counting.busy}
            onClick={() => void counting.run({ id: r.id })}
          >
            {t("vote.count")}
          </Button>
        ) : null}
        {missing.length > 0 ? (
          <span className="muted">{t("vote.missing", { names: missing.map((v) => v.name).join("、") })}</span>
        ) : null}
      </div>
    </div>
  )
}
