import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsCertificate } from "../public-contract.ts"
import { useTell } from "./say.ts"
import "./volunteer.css"

/** Anybody with a certificate in hand can compare it with what is on record. */
export default function Certificate(): ReactNode {
  const t = useWords("projects")
  const [{ number = "" }, set] = useFilter()
  const [typed, setTyped] = useState(number)
  const asked = useAsk(projectsCertificate, { number }, { when: number !== "" })
  return (
    <Page narrow title={t("certificate.title")} lead={t("certificate.lead")}>
      <form
        className="panel vol-entry"
        onSubmit={(e) => {
          e.preventDefault()
          set({ number: typed.trim() })
        }}
      >
        <label>
          <span>{t("certificate.number")}</span>
          <input
            className="vol-code vol-number"
            value={typed}
            onChange={(e) => setTyped(e.target.value)}
            placeholder="XXXX-XXXX-XXXX"
            autoComplete="off"
            spellCheck={false}
            maxLength={20}
            required
          />
        </label>
        <button type="submit" className="button button-main">
          {t("certificate.go")}
        </button>
      </form>
      {number ? <Answer of={asked}>{(c) => <Shown of={c} />}</Answer> : null}
    </Page>
  )
}

function Shown({ of: c }: { of: Out<typeof projectsCertificate> }): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  const lines: [string, string][] = [
    [t("certificate.number"), c.number],
    [t("volunteers.name"), c.name],
    [t("volunteers.faculty"), c.faculty],
    [t("volunteers.grade"), t("grade", { grade: c.grade })],
    [t("certificate.project"), c.project],
    [t("plan.host"), c.host],
    [t("certificate.days"), tell.days(c.startsOn, c.endsOn)],
    [t("certificate.shifts"), t("certificate.shifts-of", { count: c.shifts })],
    [t("summary.time"), tell.length(c.minutes)],
    [t("certificate.issued"), tell.day(c.issuedOn)],
  ]
  return (
    <section className="panel" aria-live="polite">
      <h2 className={c.replaced ? "vol-void" : "vol-valid"}>
        {t(c.replaced ? "certificate.replaced" : "certificate.valid")}
      </h2>
      <p className="muted">
        {t(c.replaced ? "certificate.replaced-more" : "certificate.valid-more", { university: c.university })}
      </p>
      <dl className="facts">
        {lines.map(([name, value]) => (
          <div key={name} className="vol-line">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
