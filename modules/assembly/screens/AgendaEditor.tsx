import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons"
import { Button, Input, InputNumber, Select } from "antd"
import type { ReactNode } from "react"
import type { In } from "#kit/web/call.ts"
import type { Kept } from "#kit/web/desk/keeping.tsx"
import { Papers } from "#kit/web/desk/Papers.tsx"
import { useWords } from "#kit/web/words.ts"
import type { setAgenda } from "../contract.ts"

type Wanted = In<typeof setAgenda>["items"][number]

const kinds = ["report", "proposals", "charter", "rules", "election", "other"] as const

/** One item while it is written; `key` tells it from the others as they change places. */
export interface Draft {
  readonly key: string
  readonly id?: string
  readonly kind: (typeof kinds)[number]
  readonly title: string
  readonly detail: string
  readonly reporter: string
  readonly minutes: number
  readonly papers: readonly Kept[]
}

type Known = Pick<Draft, "kind" | "title" | "reporter" | "minutes"> & Partial<Omit<Draft, "key">>

let drafts = 0

export const draftsOf = (items: readonly Known[]): readonly Draft[] =>
  items.map((item) => ({ detail: "", papers: [], ...item, key: item.id ?? `new${++drafts}` }))

export const asWanted = (items: readonly Draft[]): Wanted[] =>
  items.map(({ key: _, papers, ...item }) => ({ ...item, papers: papers.map((p) => p.id) }))

interface AgendaEditorProps {
  readonly items: readonly Draft[]
  readonly onChange: (items: readonly Draft[]) => void
  /** Papers can be attached: not in the request, whose assembly is not there yet. */
  readonly withPapers?: boolean
}

/** The agenda, item by item, in the order in which it will be called. */
export function AgendaEditor({ items, onChange, withPapers }: AgendaEditorProps): ReactNode {
  const t = useWords("assembly")
  const change = (i: number, with_: Partial<Draft>) =>
    onChange(items.map((item, j) => (j === i ? { ...item, ...with_ } : item)))
  const swap = (i: number, j: number) => {
    const next = [...items]
    ;[next[i], next[j]] = [next[j]!, next[i]!]
    onChange(next)
  }
  return (
    <>
      <ol className="assembly-drafts">
        {items.map((item, i) => (
          <li key={item.key}>
            <div className="assembly-draft-head">
              <span className="assembly-draft-number">{i + 1}</span>
              <Input
                aria-label={t("agenda.item-title", { n: i + 1 })}
                placeholder={t("agenda.item")}
                maxLength={120}
                value={item.title}
                onChange={(e) => change(i, { title: e.target.value })}
              />
              <span className="assembly-draft-tools">
                <Button
                  type="text"
                  icon={<ArrowUpOutlined />}
                  aria-label={t("agenda.up", { n: i + 1 })}
                  disabled={i === 0}
                  onClick={() => swap(i, i - 1)}
                />
                <Button
                  type="text"
                  icon={<ArrowDownOutlined />}
                  aria-label={t("agenda.down", { n: i + 1 })}
                  disabled={i === items.length - 1}
                  onClick={() => swap(i, i + 1)}
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t("agenda.remove", { n: i + 1 })}
                  onClick={() => onChange(items.filter((_, j) => j !== i))}
                />
              </span>
            </div>
            <div className="assembly-draft-more">
              <Select
                aria-label={t("agenda.kind-of", { n: i + 1 })}
                value={item.kind}
                options={kinds.map((value) => ({ value, label: t(`agenda.kind.${value}`) }))}
                onChange={(kind) => change(i, { kind })}
              />
              <Input
                aria-label={t("agenda.reporter-of", { n: i + 1 })}
                placeholder={t("agenda.reporter")}
                maxLength={60}
                value={item.reporter}
                onChange={(e) => change(i, { reporter: e.target.value })}
              />
              <InputNumber
                aria-label={t("agenda.minutes-of", { n: i + 1 })}
                min={0}
                max={600}
                value={item.minutes}
                suffix={t("agenda.minutes")}
                onChange={(minutes) => change(i, { minutes: minutes ?? 0 })}
              />
            </div>
            {withPapers ? (
              <Papers
                to="/api/assembly/papers"
                papers={item.papers}
                onChange={(papers) => change(i, { papers })}
              />
            ) : null}
          </li>
        ))}
      </ol>
      <Button
        disabled={items.length >= 40}
        onClick={() =>
          onChange([...items, ...draftsOf([{ kind: "other", title: "", reporter: "", minutes: 0 }])])
        }
      >
        {t("agenda.more")}
      </Button>
    </>
  )
}
