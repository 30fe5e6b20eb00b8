import { Button, Select } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { Toggle } from "#kit/web/desk/Toggle.tsx"
import { Answer, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { importsCheck, importsKinds } from "../contract.ts"
import { Columns } from "./Columns.tsx"
import type { Run } from "./status.ts"

export type Kind = Out<typeof importsKinds>["kinds"][number]
export type Plan = Run["plan"][number]

/** What a sheet is to be read as: its kind, and the meaning of each column by the column's place. */
export interface Choice {
  readonly kind: string | null
  readonly keys: Readonly<Record<number, string | null>>
}

const first = (plan: Plan): Choice => ({
  kind: plan.kind,
  keys: Object.fromEntries(plan.columns.map((c) => [c.index, c.key])),
})

/** What the columns of a sheet mean where a person says what kind it is: as recognised, else by their headers. */
function asKind(plan: Plan, kind: Kind): Choice["keys"] {
  const keys: Record<number, string | null> = {}
  const free = (key: string) => !Object.values(keys).includes(key)
  for (const { index, key } of plan.columns)
    keys[index] = kind.columns.some((k) => k.key === key) ? key : null
  for (const { index, header } of plan.columns)
    keys[index] ??= kind.columns.find((k) => k.label === header && free(k.key))?.key ?? null
  return keys
}

/** Required columns no column is read as. */
export const missingOf = (choice: Choice, kinds: readonly Kind[]): string[] =>
  (kinds.find((k) => k.id === choice.kind)?.columns ?? [])
    .filter((c) => c.required && !Object.values(choice.keys).includes(c.key))
    .map((c) => c.label)

/** Step 1: the sheets and columns as recognised, to be corrected. */
export function Recognised({ run, onChecking }: { run: Run; onChecking: () => void }): ReactNode {
  return (
    <Answer of={useAsk(importsKinds, {})} rows={5}>
      {({ kinds }) => <Plans run={run} kinds={kinds} onChecking={onChecking} />}
    </Answer>
  )
}

interface PlansProps {
  readonly run: Run
  readonly kinds: readonly Kind[]
  readonly onChecking: () => void
}

function Plans({ run, kinds, onChecking }: PlansProps): ReactNode {
  const t = useWords("imports")
  const { university } = useViewer()
  const [choices, setChoices] = useState(() => run.plan.map(first))
  const [asOf, setAsOf] = useState(run.asOf)
  const [complete, setComplete] = useState(false)
  const check = useDo(importsCheck, { quiet: true })
  const chosen = choices.filter((c) => c.kind !== null)
  const lacking = chosen.some((c) => missingOf(c, kinds).length > 0)
  const registers = chosen.some((c) => c.kind === "students" || c.kind === "academics")
  const choose = (at: number, choice: Choice) => setChoices(choices.map((c, i) => (i === at ? choice : c)))
  const onCheck = async () => {
    const sheets = run.plan.map((plan, i) => ({
      sheet: plan.sheet,
      kind: choices[i]!.kind,
      columns: plan.columns.map(({ index }) => ({ index, key: choices[i]!.keys[index] ?? null })),
    }))
    if (await check.run({ id: run.id, asOf, complete: registers && complete, sheets })) onChecking()
  }
  return (
    <>
      {run.plan.map((plan, i) => (
        <Sheet
          key={plan.sheet ?? ""}
          plan={plan}
          fileName={run.fileName}
          kinds={kinds}
          choice={choices[i]!}
          onChoose={(choice) => choose(i, choice)}
        />
      ))}
      <section className="panel imports-settle">
        <div className="imports-field">
          <label htmlFor="imports-as-of">{t("columns.as-of")}</label>
          <DayPicker
            id="imports-as-of"
            value={asOf}
            max={university.today}
            onChange={(day) => setAsOf(day ?? university.today)}
          />
          <span className="muted">{t("columns.as-of-more")}</span>
        </div>
        {registers ? (
          <div className="imports-field">
            <Toggle on={complete} onTurn={setComplete}>
              {t("columns.complete")}
            </Toggle>
            <span className="muted">{t("columns.complete-more")}</span>
          </div>
        ) : null}
        {check.refused ? <Problem refusal={check.refused} /> : null}
        <div className="imports-go">
          <Button
            type="primary"
            size="large"
            loading={check.busy}
            disabled={chosen.length === 0 || lacking}
            onClick={() => void onCheck()}
          >
            {t("columns.check")}
          </Button>
          <span className="muted">
            {t(chosen.length === 0 ? "columns.nothing" : lacking ? "columns.lacking" : "columns.check-more")}
          </span>
        </div>
      </section>
    </>
  )
}

interface SheetProps {
  readonly plan: Plan
  readonly fileName: string
  readonly kinds: readonly Kind[]
  readonly choice: Choice
  readonly onChoose: (choice: Choice) => void
}

function Sheet({ plan, fileName, kinds, choice, onChoose }: SheetProps): ReactNode {
  const t = useWords("imports")
  const name = plan.sheet ?? fileName
  const onKind = (id: string) => {
    const kind = kinds.find((k) => k.id === id)
    onChoose({ kind: kind ? id : null, keys: kind ? asKind(plan, kind) : {} })
  }
  const missing = missingOf(choice, kinds)
  const kind = kinds.find((k) => k.id === choice.kind)
  return (
    <section className="panel imports-sheet" aria-label={name}>
      <header>
        <div>
          <h2>{name}</h2>
          <p className="muted">
            {t("columns.rows", { count: plan.rows })}
            {plan.titles[0] ? ` · ${plan.titles[0]}` : ""}
          </p>
        </div>
        <Select
          aria-label={t("columns.kind-of", { sheet: name })}
          value={choice.kind ?? ""}
          onChange={onKind}
          options={[
            ...kinds.map((k) => ({ value: k.id, label: k.label })),
            { value: "", label: t("columns.leave-out") },
          ]}
        />
      </header>
      {missing.length ? (
        <div className="problem" role="alert">
          <p className="problem-because">{t("columns.missing", { columns: missing.join("、") })}</p>
          <p className="problem-cure">{t("columns.missing-cure")}</p>
        </div>
      ) : null}
      {kind ? (
        <Columns
          plan={plan}
          kind={kind}
          keys={choice.keys}
          onChange={(keys) => onChoose({ ...choice, keys })}
        />
      ) : plan.kind === null ? (
        <Unrecognised plan={plan} kinds={kinds} />
      ) : (
        <p className="muted">{t("columns.left-out")}</p>
      )}
    </section>
  )
}

/** Why nothing of this sheet is brought in, what can be, and how a person says what it is. */
function Unrecognised({ plan, kinds }: { plan: Plan; kinds: readonly Kind[] }): ReactNode {
  const t = useWords("imports")
  const headers = plan.columns.map((c) => c.header).filter(Boolean)
  return (
    <div className="imports-unrecognised">
      <p className="imports-reason">
        {t(headers.length ? "unrecognised.because" : "unrecognised.empty", {
          headers: headers.slice(0, 8).join("、"),
        })}
      </p>
      <p>{t("unrecognised.can", { kinds: kinds.map((k) => k.label).join("、") })}</p>
      <p>{t("unrecognised.cure")}</p>
    </div>
  )
}
