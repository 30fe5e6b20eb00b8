import { Button, Select } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { propose } from "../contract.ts"
import type { Listed } from "./ListPage.tsx"

/** Whom a society names for its seats, by number. */
export function ProposeForm({ of }: { of: Listed }): ReactNode {
  const t = useWords("delegates")
  const [numbers, setNumbers] = useState<string[]>([])
  const act = useDo(propose, { quiet: true, done: t("propose.done") })
  return (
    <section className="panel delegates-next">
      <h2>
        {t("propose.title", { name: of.label })} <ClauseLabel clause="6.4" />
      </h2>
      <p className="muted">{t("propose.lead", { seats: of.seats })}</p>
      {act.refused ? <Problem refusal={act.refused} /> : null}
      <div className="delegates-field">
        <span id="numbers-label">{t("propose.numbers")}</span>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          aria-labelledby="numbers-label"
          tokenSeparators={[" ", "，", ",", "、"]}
          value={numbers}
          placeholder={t("propose.numbers-like")}
          onChange={(to: string[]) => setNumbers(to)}
        />
      </div>
      <Button
        type="primary"
        size="large"
        loading={act.busy}
        disabled={numbers.length !== of.seats}
        onClick={() => void act.run({ list: of.id, numbers })}
      >
        {t("propose.go")}
      </Button>
    </section>
  )
}
