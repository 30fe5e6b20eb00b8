import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { Go, useAsOf, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { one } from "../contract.ts"
import { Feed } from "./Feed.tsx"
import { Handovers } from "./Handovers.tsx"
import { EarlierPlans, Rotation } from "./Rotation.tsx"
import { StandIns } from "./StandIns.tsx"
import "./presidium.css"

export type Presidium = Out<typeof one>

/** A union's rotation: the chair of the day, the turns before and ahead, handovers, stand-ins, the calendar. */
export default function PresidiumPage(): ReactNode {
  const t = useWords("presidium")
  const union = useParam("id")
  const [on] = useAsOf()
  return (
    <Answer of={useAsk(one, { union, ...(on ? { on } : {}) })} rows={10}>
      {(of) => (
        <Page
          title={t("page.title", { union: of.union.name })}
          lead={t("page.lead")}
          actions={
            <Go to={`/office/meetings?union=${union}`} className="button">
              {t("page.meetings")}
            </Go>
          }
        >
          <Chair of={of} />
          {of.rotation === true ? (
            <>
              <Rotation of={of} />
              <Handovers of={of} />
            </>
          ) : (
            <NoRotation of={of} />
          )}
          {of.can["presidium.name-stand-in"] || of.standIns.length > 0 ? <StandIns of={of} /> : null}
          <Members of={of} />
          <Feed of={of} />
          {of.earlier.length > 0 ? <EarlierPlans of={of} /> : null}
        </Page>
      )}
    </Answer>
  )
}

function Chair({ of }: { of: Presidium }): ReactNode {
  const t = useWords("presidium")
  return (
    <section className="panel presidium-chair" aria-label={t("chair.title")}>
      <div>
        <p className="muted">{t("chair.of", { semester: of.semester })}</p>
        <p className="presidium-name">{of.chair?.name ?? t("chair.none")}</p>
        {of.standIn ? <p>{t("chair.stand-in", { name: of.standIn.name })}</p> : null}
      </div>
      <p className="presidium-reading">
        <ClauseLabel clause="2.2c" /> <span lang="zh-CN">{of.reading}</span>
      </p>
    </section>
  )
}

function NoRotation({ of }: { of: Presidium }): ReactNode {
  const t = useWords("presidium")
  return (
    <section className="panel">
      <h2>
        {t("rotation.title")} <ClauseLabel clause="2.2b" />
      </h2>
      <p className="muted">{t(of.rotation === false ? "rotation.declined" : "rotation.not-said")}</p>
      <Go to={`/office/charter/${of.union.id}`}>{t("rotation.to-charter")}</Go>
    </section>
  )
}

function Members({ of }: { of: Presidium }): ReactNode {
  const t = useWords("presidium")
  return (
    <section className="panel">
      <h2>{t("members.title", { count: of.members.length })}</h2>
      {of.members.length === 0 ? <p className="muted">{t("members.none")}</p> : null}
      <ul className="presidium-members">
        {of.members.map((m) => (
          <li key={m.number}>
            <b>{m.name}</b> <span className="muted">{m.title}</span>
            {of.rotation === true ? (
              <span className="tag">
                {m.turns ? t("members.turns", { count: m.turns }) : t("members.no-turn")}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
