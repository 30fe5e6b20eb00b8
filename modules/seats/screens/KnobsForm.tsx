import { Input, Radio, Select } from "antd"
import type { ReactNode } from "react"
import type { In, Out } from "#kit/web/call.ts"
import { useWords } from "#kit/web/words.ts"
import type { one, preview } from "../contract.ts"

export type Knobs = Omit<In<typeof preview>, "assembly">

const methods = ["largest-remainder", "sainte-lague", "round-half-up", "over-six", "flat"] as const

interface KnobsFormProps {
  readonly of: Out<typeof one>
  readonly knobs: Knobs
  /** The field that could not be read. */
  readonly wrong: string | undefined
  readonly onChange: (knobs: Knobs) => void
}

type Typed = Exclude<keyof Knobs, "method" | "societiesInside">

/** The terms of an allocation. An empty field means what stands in it in grey. */
export function KnobsForm({ of, knobs, wrong, onChange }: KnobsFormProps): ReactNode {
  const t = useWords("seats")
  const { ground } = of
  const field = (name: Typed, like: string) => (
    <div className="seats-field" key={name}>
      <label htmlFor={`seats-${name}`}>{t(`knob.${name}`)}</label>
      <Input
        id={`seats-${name}`}
        value={knobs[name] ?? ""}
        maxLength={12}
        placeholder={like}
        {...(wrong === name ? { status: "error" as const, "aria-invalid": true } : {})}
        onChange={(e) => onChange({ ...knobs, [name]: e.target.value || undefined })}
      />
    </div>
  )
  return (
    <section className="panel seats-knobs">
      <p className="muted">
        {t(ground.unit === "faculty" ? "knob.ground-school" : "knob.ground-faculty", {
          students: ground.students,
          groups: ground.groups,
          grades: ground.grades.length,
          societies: ground.societies,
          main: ground.main,
          least: ground.least,
        })}
      </p>
      <fieldset>
        <legend>{t("knob.seats")}</legend>
        <div className="seats-field seats-method">
          <label htmlFor="seats-method">{t("knob.method")}</label>
          <Select
            id="seats-method"
            value={knobs.method}
            popupMatchSelectWidth={false}
            onChange={(method: Knobs["method"]) => onChange({ ...knobs, method })}
            options={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
          />
          <small className="muted">{t(`method-says.${knobs.method}`)}</small>
        </div>
        {knobs.method === "flat"
          ? field("each", t("knob.each-like"))
          : knobs.method === "round-half-up"
            ? field("perHead", t("knob.per-head-like"))
            : knobs.method === "over-six"
              ? null
              : field("total", t("knob.total-like", { least: ground.least }))}
        {field("exOfficio", "0")}
        {field("observers", "0")}
      </fieldset>
      {ground.societies > 0 ? (
        <fieldset>
          <legend>{t("knob.societies")}</legend>
          {field("societySeats", t("knob.society-seats-like", { main: ground.main }))}
          <Radio.Group
            aria-label={t("knob.societies")}
            value={knobs.societiesInside ?? "false"}
            onChange={(e) => onChange({ ...knobs, societiesInside: e.target.value as "true" | "false" })}
            options={[
              { value: "false", label: t("knob.outside") },
              { value: "true", label: t("knob.inside") },
            ]}
          />
        </fieldset>
      ) : null}
      <fieldset>
        <legend>{t("knob.floors")}</legend>
        {field("nonCadre", "60%")}
        {field("women", t("knob.floor-like", { usual: "25%" }))}
        {field("party", t("knob.floor-like", { usual: "10%" }))}
        {field("minorities", t("knob.floor-like", { usual: "10%" }))}
        {field("eachGrade", t("knob.floor-like", { usual: "10%" }))}
      </fieldset>
    </section>
  )
}
