import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { useAsOf, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { peopleOne } from "../contract.ts"
import { Posts } from "./Posts.tsx"
import "./people.css"

type One = Out<typeof peopleOne>

/** One student: who, the record in its three windows, the posts held. */
export default function PersonPage(): ReactNode {
  const number = useParam("number")
  const [asOf] = useAsOf()
  const asked = useAsk(peopleOne, { number, asOf }, { keep: true })
  const person = asked.data
  return (
    <Page title={person?.name ?? number} narrow>
      <Answer of={asked} rows={8}>
        {(one) => (
          <>
            <Register person={one} />
            <Record record={one.record} />
            <Posts number={one.number} faculty={one.faculty} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function Register({ person: p }: { person: One }): ReactNode {
  const t = useWords("people")
  const facts: [string, string | null][] = [
    ["number", p.number],
    ["sex", p.sex],
    ["faculty", p.faculty],
    ["major", p.major],
    ["class", p.className],
    ["grade", t("grade-is", { grade: p.grade })],
    ["level", t(`level-is.${p.level}`)],
    ["campus", p.campus],
    ["political", p.political],
  ]
  return (
    <section className="panel">
      <h2>{t("one.register")}</h2>
      <dl className="facts">
        {facts.map(([key, value]) =>
          value ? (
            <div key={key} className="people-fact">
              <dt>{t(key)}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  )
}

/** Rank within the major over the last semester, the last year and the whole study; and failed courses. */
function Record({ record }: { record: One["record"] }): ReactNode {
  const t = useWords("people")
  const say = useSay()
  return (
    <section className="panel">
      <h2>{t("record.title")}</h2>
      {record === null ? (
        <p className="muted people-para">{t("record.none")}</p>
      ) : (
        <>
          <ul className="people-windows">
            {(["semester", "year", "overall"] as const).map((window) => (
              <li key={window}>
                <Window name={t(`record.${window}`)} rank={record[window]} />
              </li>
            ))}
          </ul>
          <dl className="facts">
            <div className="people-fact">
              <dt>{t("record.fails")}</dt>
              <dd>
                {record.fails === null
                  ? t("record.unknown")
                  : record.fails === 0
                    ? t("record.no-fails")
                    : t("record.some-fails", { count: record.fails })}
              </dd>
            </div>
          </dl>
          <p className="muted people-note">{t("record.from", { day: say.day(record.from) })}</p>
        </>
      )}
    </section>
  )
}

type Rank = NonNullable<One["record"]>["semester"]

function Window({ name, rank }: { name: string; rank: Rank }): ReactNode {
  const t = useWords("people")
  if (!rank)
    return (
      <>
        <span>{name}</span>
        <span className="muted">{t("record.unknown")}</span>
      </>
    )
  const share = (rank.rank / rank.of) * 100
  return (
    <>
      <span>{name}</span>
      <b>{t("record.rank", { rank: rank.rank, of: rank.of })}</b>
      <span className="people-bar" aria-hidden="true">
        <i style={{ width: `${share}%` }} />
      </span>
      {/* Never rounded down: 30.04% is not within 30%. */}
      <span className="muted">
        {t("record.share", { share: (Math.ceil(share * 10 - 1e-9) / 10).toFixed(1) })}
      </span>
    </>
  )
}
