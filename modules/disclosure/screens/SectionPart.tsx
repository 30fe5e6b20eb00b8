import { Button, Radio } from "antd"
import { type ReactNode, useState } from "react"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { edit } from "../contract.ts"
import type { Section, SectionOf } from "../shape.ts"
import { CharterPart } from "./CharterPart.tsx"
import { CongressForm } from "./CongressForm.tsx"
import type { Shown } from "./DisclosurePage.tsx"
import { PendingForm } from "./PendingForm.tsx"
import { ResponsibleForm } from "./ResponsibleForm.tsx"
import { ReviewRounds } from "./ReviewRounds.tsx"
import { TextPart } from "./TextPart.tsx"

interface PartProps<S> {
  readonly d: Shown
  readonly s: S
  readonly editable: boolean
}

/** Sections 二 to 十: what stands there, and where it can be filled in. */
export function SectionPart(props: PartProps<Exclude<Section, { kind: "assessment" }>>): ReactNode {
  const { d, s, editable } = props
  return (
    <>
      {s.missing === null ? null : <Missing d={d} s={s} what={s.missing} editable={editable} />}
      {inside(props)}
    </>
  )
}

function inside({ d, s, editable }: PartProps<Exclude<Section, { kind: "assessment" }>>): ReactNode {
  switch (s.kind) {
    case "charter":
      return <CharterPart d={d} s={s} editable={editable} />
    case "chart":
      return s.svg ? (
        <img
          className="disclosure-chart"
          src={`data:image/svg+xml,${encodeURIComponent(s.svg)}`}
          alt={s.alt}
        />
      ) : null
    case "staff":
      return <Staff d={d} s={s} editable={editable} />
    case "congress":
      return <CongressForm d={d} s={s} editable={editable} />
    case "method":
      return (
        <>
          <TextPart d={d} id={s.id} text={s.text} suggested={s.suggested} editable={editable} />
          {s.id === "review" ? <ReviewRounds d={d} s={s} editable={editable} /> : null}
        </>
      )
    case "responsible":
      return <ResponsibleForm d={d} s={s} editable={editable} />
  }
}

function Missing({ d, s, what, editable }: PartProps<Section> & { what: string }): ReactNode {
  const t = useWords("disclosure")
  const [asking, setAsking] = useState(false)
  const key = s.kind === "method" ? s.id : s.kind
  return (
    <p className="disclosure-missing">
      <span>{t("section.missing", { what })}</span>
      {editable ? (
        <Button size="small" onClick={() => setAsking(true)}>
          {t(d.own.pending[key] ? "form.pending-change" : "form.pending")}
        </Button>
      ) : null}
      {asking ? <PendingForm d={d} of={key} text={s.heading} onClose={() => setAsking(false)} /> : null}
    </p>
  )
}

function Staff({ d, s, editable }: PartProps<SectionOf<"staff">>): ReactNode {
  const t = useWords("disclosure")
  const change = useDo(edit, { done: t("done.saved") })
  return (
    <>
      <p>{s.summary}</p>
      {editable ? (
        <Radio.Group
          aria-label={t("staff.masks")}
          value={d.own.masks.rank}
          disabled={change.busy}
          onChange={(e) => void change.run({ id: d.id, version: d.version, masks: { rank: e.target.value } })}
        >
          <Radio value="band">{t("staff.band")}</Radio>
          <Radio value="value">{t("staff.value")}</Radio>
        </Radio.Group>
      ) : null}
      <details className="disclosure-staff">
        <summary>{t("staff.show")}</summary>
        {s.groups.map((g) => (
          <p key={g.name}>
            <b>{g.name}</b>（{g.people.length}）
            {g.people
              .map((p) => `${p.name}（${[p.title, p.faculty, p.political, p.rank].join("，")}）`)
              .join("、")}
          </p>
        ))}
        <p className="muted">{s.note}</p>
      </details>
    </>
  )
}
