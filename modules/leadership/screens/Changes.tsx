import { type ReactNode, useMemo } from "react"
import { useWords } from "#kit/web/words.ts"
import { changesBetween, type Paragraph } from "./changes.ts"

/** Unchanged paragraphs shown before and after a change; longer runs are folded. */
const around = 2

/** Two versions of a text as one, with what went and what came. */
export function Changes({ before, after }: { before: string; after: string }): ReactNode {
  const t = useWords("leadership")
  const all = useMemo(() => changesBetween(before, after), [before, after])
  if (all.every((p) => p.kind === "same")) return <p className="muted">{t("changes.none")}</p>
  return (
    <div className="changes" lang="zh-CN">
      {runsOf(all).map((run) =>
        run.folded ? (
          <details key={run.of[0]!.at}>
            <summary>{t("changes.folded", { count: run.of.length })}</summary>
            {run.of.map(({ at, paragraph }) => (
              <Shown key={at} of={paragraph} />
            ))}
          </details>
        ) : (
          run.of.map(({ at, paragraph }) => <Shown key={at} of={paragraph} />)
        ),
      )}
    </div>
  )
}

function Shown({ of }: { of: Paragraph }): ReactNode {
  const t = useWords("leadership")
  return (
    <p className={`changes-${of.kind}`}>
      {of.parts.map((s, i) =>
        s.kind === "same" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text, in their order
          <span key={i}>{s.text}</span>
        ) : s.kind === "gone" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <del key={i} title={t("changes.gone")}>
            {s.text}
          </del>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <ins key={i} title={t("changes.new")}>
            {s.text}
          </ins>
        ),
      )}
    </p>
  )
}

interface Run {
  readonly of: readonly { readonly at: number; readonly paragraph: Paragraph }[]
  readonly folded: boolean
}

/** Neighbours of changes are shown; what lies between is folded where it is longer than a few paragraphs. */
function runsOf(all: readonly Paragraph[]): Run[] {
  const isNear = (at: number) =>
    all.slice(Math.max(0, at - around), at + around + 1).some((p) => p.kind !== "same")
  const runs: { of: { at: number; paragraph: Paragraph }[]; near: boolean }[] = []
  all.forEach((paragraph, at) => {
    const last = runs.at(-1)
    const near = isNear(at)
    if (last && last.near === near) last.of.push({ at, paragraph })
    else runs.push({ of: [{ at, paragraph }], near })
  })
  return runs.map(({ of, near }) => ({ of, folded: !near && of.length > 2 }))
}
