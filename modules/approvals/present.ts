import type { z } from "zod"
import type { Values } from "./field.ts"
import { kindOf } from "./kinds.ts"
import { type Attached, standingOf } from "./request.ts"
import type { requestLine } from "./shapes.ts"
import { type Difference, differences } from "./spell.ts"
import type { RequestRow, Version } from "./store.ts"

export const presentLine = (
  r: RequestRow,
  unions: ReadonlyMap<string, string>,
): z.output<typeof requestLine> => ({
  id: r.id,
  kind: r.kind,
  kindTitle: kindOf(r.kind).title,
  title: r.title,
  unionId: r.unionId,
  union: unions.get(r.unionId) ?? "",
  applicant: r.applicantName,
  filedOn: r.filedOn,
  on: r.onDay,
  lead: r.lead,
  asked: r.asked,
  standing: standingOf(r),
  status: r.status,
  version: r.version,
  amount: r.amount,
  summaryDue: r.summaryDue,
  summarizedOn: r.summarizedOn,
  closedOn: r.closedOn,
  cancelled: r.cancelledBecause !== null,
})

export const label = ({ id, name }: Attached) => ({ id, name })

/** Versions, the newest first, each with what it changed. */
export const presentVersions = (kind: RequestRow["kind"], versions: readonly Version[]) =>
  versions
    .map((v, i) => ({
      number: v.number,
      by: v.byName,
      at: v.at.toISOString(),
      because: v.because,
      approvedOn: v.approval?.onDay ?? null,
      approvedBy: v.approval?.byName ?? null,
      conditions: v.approval?.conditions ?? null,
      changes: i === 0 ? [] : changesOf(kind, versions[i - 1]!, v),
    }))
    .toReversed()

function changesOf(
  kind: RequestRow["kind"],
  before: { fields: Values; files: readonly Attached[] },
  after: { fields: Values; files: readonly Attached[] },
): Difference[] {
  const declared = kindOf(kind)
  const names = (files: readonly Attached[]) => files.map((f) => f.name).join("、")
  const same = before.files.map((f) => f.id).join() === after.files.map((f) => f.id).join()
  return [
    ...differences(declared, before.fields, after.fields),
    ...(same ? [] : [{ label: "附件", before: names(before.files), after: names(after.files) }]),
  ]
}
