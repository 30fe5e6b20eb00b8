import { Button, Input } from "antd"
import { type ReactNode, useEffect, useState } from "react"
import { type In, type Out, refusalOf } from "#kit/web/call.ts"
import { useGo, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Loading, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { AssemblyNav } from "#modules/assembly/screens/forms.ts"
import { one, preview, save } from "../contract.ts"
import { Allocated } from "./Allocated.tsx"
import { Collision } from "./Collision.tsx"
import { type Knobs, KnobsForm } from "./KnobsForm.tsx"
import "./seats.css"
import "./knobs.css"

/** Trying terms out: everything is computed at once, nothing is kept until it is saved as a version. */
export default function TryPage(): ReactNode {
  const t = useWords("seats")
  const id = useParam("id")
  return (
    <Page title={t("try.title")} lead={t("try.lead")}>
      <AssemblyNav id={id} now="seats" />
      <Answer of={useAsk(one, { assembly: id })} rows={10}>
        {(of) => (of.can.prepare ? <Trying of={of} /> : <p className="seats-note">{t("try.over")}</p>)}
      </Answer>
    </Page>
  )
}

const usual: Knobs = { method: "largest-remainder", societiesInside: "false" }

function Trying({ of }: { of: Out<typeof one> }): ReactNode {
  const t = useWords("seats")
  const assembly = of.assembly.id
  const [knobs, setKnobs] = useState<Knobs>(of.shown?.knobs ?? usual)
  const settled = useSettled(knobs)
  const asked = useAsk(preview, { assembly, ...settled }, { keep: true })
  const refusal = asked.error ? refusalOf(asked.error) : undefined
  const answer = asked.data
  return (
    <>
      <KnobsForm of={of} knobs={knobs} wrong={refusal?.at} onChange={setKnobs} />
      {refusal ? (
        <Problem refusal={refusal} />
      ) : !answer ? (
        <Loading rows={8} />
      ) : answer.infeasible ? (
        <Collision of={answer.infeasible} onTake={setKnobs} />
      ) : answer.result ? (
        <div className={asked.isPlaceholderData || settled !== knobs ? "seats-stale" : ""}>
          <Save assembly={assembly} knobs={settled} total={answer.result.total} />
          <Allocated result={answer.result} others={answer.others} />
        </div>
      ) : (
        <p>{t("none.title")}</p>
      )}
    </>
  )
}

/** The terms once nobody has typed for a moment. */
function useSettled(knobs: Knobs): Knobs {
  const [settled, setSettled] = useState(knobs)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(knobs), 400)
    return () => clearTimeout(timer)
  }, [knobs])
  return settled
}

interface SaveProps {
  readonly assembly: string
  readonly knobs: Knobs
  readonly total: number
}

function Save({ assembly, knobs, total }: SaveProps): ReactNode {
  const t = useWords("seats")
  const go = useGo()
  const [because, setBecause] = useState("")
  const { run, busy, refused } = useDo(save, { quiet: true, done: t("save.done") })
  const keep = async () => {
    const input: In<typeof save> = { ...knobs, assembly, because: because.trim() }
    const saved = await run(input)
    if (saved) go(`/office/seats/${assembly}?version=${saved.version}`)
  }
  return (
    <section className="panel seats-save">
      <label htmlFor="seats-because">{t("save.because", { total })}</label>
      {refused ? <Problem refusal={refused} /> : null}
      <div className="seats-buttons">
        <Input
          id="seats-because"
          value={because}
          maxLength={300}
          placeholder={t("save.because-like")}
          onChange={(e) => setBecause(e.target.value)}
        />
        <Button
          type="primary"
          loading={busy}
          disabled={because.trim().length < 2}
          onClick={() => void keep()}
        >
          {t("save.go")}
        </Button>
      </div>
    </section>
  )
}
