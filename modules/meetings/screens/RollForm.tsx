import { Button, Radio, Select } from "antd"
import { type ReactNode, useState } from "react"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { callRoll } from "../contract.ts"
import type { Meeting } from "./MeetingPage.tsx"

type Presence = NonNullable<Meeting["members"][number]["presence"]>

/** Who is here, member by member; the quorum is counted as it is filled in. */
export function RollForm({ of, onDone }: { of: Meeting; onDone?: () => void }): ReactNode {
  const t = useWords("meetings")
  const [there, setThere] = useState<Readonly<Record<string, Presence>>>(
    Object.fromEntries(of.members.flatMap((m) => (m.presence ? [[m.number, m.presence]] : []))),
  )
  const [guests, setGuests] = useState<string[]>([...of.guests])
  const { run, busy, refused } = useDo(callRoll, { quiet: true, done: t("roll.done") })
  const here = of.members.filter((m) => there[m.number] === "present").length
  const left = of.members.filter((m) => !there[m.number])
  const submit = async () => {
    const people = of.members.map((m) => ({ number: m.number, presence: there[m.number] ?? "absent" }))
    if (await run({ id: of.id, people, guests })) onDone?.()
  }
  const options = (["present", "leave", "absent"] as const).map((value) => ({
    value,
    label: t(`presence.${value}`),
  }))
  return (
    <>
      {refused ? <Problem refusal={refused} /> : null}
      <ul className="meetings-people">
        {of.members.map((m) => (
          <li key={m.number}>
            <b>{m.name}</b>
            <Radio.Group
              aria-label={m.name}
              optionType="button"
              options={options}
              value={there[m.number]}
              onChange={(e) => setThere({ ...there, [m.number]: e.target.value as Presence })}
            />
          </li>
        ))}
      </ul>
      <div className="meetings-field">
        <span id="guests-label">{t("roll.guests")}</span>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          aria-labelledby="guests-label"
          value={guests}
          placeholder={t("roll.guests-like")}
          onChange={(names: string[]) => setGuests(names)}
        />
      </div>
      {left.length > 0 ? (
        <p className="muted">{t("roll.left", { names: left.map((m) => m.name).join("、") })}</p>
      ) : (
        <p className={here >= of.quorum.needed ? "meetings-met" : "meetings-late"}>
          {t(here >= of.quorum.needed ? "roll.enough" : "roll.few", { here, needed: of.quorum.needed })}
        </p>
      )}
      <Button
        type="primary"
        size="large"
        loading={busy}
        disabled={left.length > 0}
        onClick={() => void submit()}
      >
        {t("roll.go")}
      </Button>
    </>
  )
}
