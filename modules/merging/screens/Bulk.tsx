import { Button, Checkbox } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"
import { apart, merge } from "../contract.ts"
import { type Choice, idsOf, readChoice } from "./choice.ts"
import type { Group } from "./DuplicatesPage.tsx"
import { Because } from "./MergeForm.tsx"
import { useMany } from "./many.ts"

interface BulkProps {
  readonly groups: readonly Group[]
  readonly choiceOf: (g: Group) => Choice
  readonly onPick: (picked: boolean) => void
}

/** Several groups at once, each by its own ticks. */
export function Bulk({ groups, choiceOf, onPick }: BulkProps): ReactNode {
  const t = useWords("merging")
  const [merging, setMerging] = useState(false)
  const part = useMany(apart, (count) => t("bulk.apart-done", { count }))
  const picked = groups.filter((g) => choiceOf(g).picked)
  const read = picked.map((g) => readChoice(g, choiceOf(g)))
  const count = picked.length
  const parted = read.filter((r) => r.free.length > 1)
  return (
    <section className="merging-bulk" aria-label={t("bulk.title")}>
      <Checkbox
        checked={count === groups.length}
        indeterminate={count > 0 && count < groups.length}
        onChange={(e) => onPick(e.target.checked)}
      >
        {t("bulk.picked", { count })}
      </Checkbox>
      <span className="merging-bulk-go">
        <Button
          disabled={!read.some((r) => r.others.length > 0) || part.at !== undefined}
          onClick={() => setMerging(true)}
        >
          {t("bulk.merge")}
        </Button>
        <ConfirmButton
          disabled={parted.length === 0}
          loading={part.at !== undefined}
          ask={t("bulk.apart-ask", { count: parted.length })}
          detail={t("apart.detail")}
          onConfirm={() => part.run(parted.map((r) => ({ needs: idsOf(r.free), from: idsOf(r.free) })))}
        >
          {part.at ? t("bulk.going", { done: part.at.done + 1, of: part.at.of }) : t("bulk.apart")}
        </ConfirmButton>
      </span>
      {part.refused ? <Problem refusal={part.refused} /> : null}
      {merging ? <BulkMerge of={read} onClose={() => setMerging(false)} /> : null}
    </section>
  )
}

function BulkMerge({ of, onClose }: { of: readonly ReturnType<typeof readChoice>[]; onClose: () => void }) {
  const t = useWords("merging")
  const done = useMany(merge, (count) => t("bulk.merge-done", { count }))
  // As it was asked: what is merged leaves the list meanwhile.
  const [asked] = useState(() =>
    of.flatMap(({ lead, others }) => (lead && others.length > 0 ? [{ lead, others }] : [])),
  )
  const needs = asked.reduce((sum, g) => sum + g.others.length + 1, 0)
  return (
    <Asking<{ because: string }>
      title={t("bulk.merge-title", { count: asked.length })}
      lead={t("bulk.merge-lead", { needs, count: asked.length })}
      refused={done.refused}
      busy={done.at !== undefined}
      go={done.at ? t("bulk.going", { done: done.at.done + 1, of: done.at.of }) : t("merge.go")}
      start={{ because: t("merge.because-usual") }}
      onGo={async ({ because }) => {
        const inputs = asked.map((g) => ({ into: g.lead.id, needs: idsOf(g.others), because }))
        if ((await done.run(inputs)) === inputs.length) onClose()
      }}
      onClose={onClose}
    >
      <Because label={t("merge.because")} />
    </Asking>
  )
}
