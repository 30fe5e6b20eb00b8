import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { setAgenda } from "../contract.ts"
import { AgendaEditor, asWanted, type Draft, draftsOf } from "./AgendaEditor.tsx"
import type { AssemblySeen } from "./AssemblyPage.tsx"

/** The agenda to read, and to write as long as it is not open. */
export function AgendaPart({ of }: { of: AssemblySeen }): ReactNode {
  const t = useWords("assembly")
  const [drafts, setDrafts] = useState<readonly Draft[]>()
  return (
    <section className="panel" id="agenda">
      <h2>{t("agenda.title")}</h2>
      {drafts ? (
        <Writing of={of} drafts={drafts} onChange={setDrafts} onClose={() => setDrafts(undefined)} />
      ) : (
        <>
          {of.agenda.length === 0 ? <p className="muted">{t("agenda.none")}</p> : <Items of={of} />}
          <Can of={of.can} verb="assembly.set-agenda">
            <p>
              <Button onClick={() => setDrafts(draftsOf(of.agenda))}>
                {t(of.agenda.length === 0 ? "agenda.begin" : "agenda.edit")}
              </Button>
            </p>
          </Can>
        </>
      )}
    </section>
  )
}

function Items({ of }: { of: AssemblySeen }): ReactNode {
  const t = useWords("assembly")
  const sum = of.agenda.reduce((n, i) => n + i.minutes, 0)
  return (
    <>
      <ol className="assembly-agenda">
        {of.agenda.map((item) => (
          <li key={item.id}>
            <span lang="zh-CN">{item.title}</span>
            <span className="assembly-small">
              <span className="tag">{t(`agenda.kind.${item.kind}`)}</span>
              {item.reporter ? <span lang="zh-CN">{item.reporter}</span> : null}
              {item.minutes > 0 ? <span>{t("agenda.takes", { minutes: item.minutes })}</span> : null}
              {item.papers.map((p) => (
                <a key={p.id} href={`/api/assembly/papers/${p.id}`} download={p.name} lang="zh-CN">
                  {p.name}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {sum > 0 ? <p className="muted">{t("agenda.sum", { minutes: sum })}</p> : null}
    </>
  )
}

interface WritingProps {
  readonly of: AssemblySeen
  readonly drafts: readonly Draft[]
  readonly onChange: (items: readonly Draft[]) => void
  readonly onClose: () => void
}

function Writing({ of, drafts, onChange, onClose }: WritingProps): ReactNode {
  const t = useWords("assembly")
  const { run, busy, refused } = useDo(setAgenda, { quiet: true, done: t("agenda.done") })
  const save = async () => {
    if (await run({ assembly: of.id, items: asWanted(drafts) })) onClose()
  }
  return (
    <>
      {refused ? <Problem refusal={refused} /> : null}
      <AgendaEditor items={drafts} onChange={onChange} withPapers />
      <div className="assembly-row">
        <Button
          type="primary"
          loading={busy}
          disabled={drafts.some((i) => i.title.trim().length < 2)}
          onClick={() => void save()}
        >
          {t("agenda.save")}
        </Button>
        <Button onClick={onClose}>{t("agenda.leave")}</Button>
      </div>
    </>
  )
}
