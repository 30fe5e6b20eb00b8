import { type Day, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { z } from "zod"
import type { edit } from "./contract.ts"
import { rowKey } from "./forms.ts"
import type { DocumentLabel, Own, RowAttested } from "./input.ts"
import type { AssessedRow } from "./shape.ts"

type Edit = z.output<(typeof edit)["input"]>

/** Who fills in, and what the records alone say of each row. */
export interface Filling {
  readonly by: string
  readonly capacity: string
  readonly today: Day
  readonly computed: readonly AssessedRow[]
  readonly documents: ReadonlyMap<string, DocumentLabel>
}

/** What the preparer wrote, after an edit. A person's word never turns a computed 否 into 是. */
export function edited(own: Own, change: Edit, filling: Filling): Result<Own, Refusal> {
  const attested = new Map(own.attested.map((a) => [a.row, a]))
  for (const row of change.withdraw ?? []) attested.delete(row)
  for (const given of change.attest ?? []) {
    const made = attestation(given, filling)
    if (!made.ok) return made
    attested.set(given.row, made.value)
  }
  const pending = { ...own.pending }
  for (const [key, remark] of Object.entries(change.pending ?? {})) {
    if (remark === null) delete pending[key]
    else pending[key] = remark
  }
  const supplement = { ...own.supplement }
  const given = change.supplement ?? {}
  for (const key of ["charter", "congress", "responsible", "reviews"] as const) {
    if (given[key] === null) delete supplement[key]
    else if (given[key] !== undefined) Object.assign(supplement, { [key]: given[key] })
  }
  return ok({
    texts: { ...own.texts, ...change.texts },
    attested: [...attested.values()].sort((a, b) => (a.row < b.row ? -1 : 1)),
    pending,
    shortcomings: change.shortcomings ?? own.shortcomings,
    masks: change.masks ?? own.masks,
    supplement,
  })
}

function attestation(
  given: NonNullable<Edit["attest"]>[number],
  filling: Filling,
): Result<RowAttested, Refusal> {
  const row = filling.computed.find((r) => rowKey(r.number) === given.row)
  if (!row) return refuse("invalid", `自评表没有${given.row}这一项`, { at: given.row })
  if (row.conclusion === "no" && given.answer === "yes")
    return refuse("conflict", `第${row.number}项按系统中的记录为“否”，不能改填“是”`, {
      at: given.row,
      cure: "请先更正记录，再重新取数；确有理由的登记情况说明",
    })
  if (given.on > filling.today) return refuse("invalid", "所据材料的日期不能晚于今天", { at: given.row })
  const document = given.document === undefined ? undefined : filling.documents.get(given.document)
  if (given.document !== undefined && !document)
    return refuse("not-found", "没有找到所附的文件", { at: given.row, cure: "请重新上传" })
  return ok({
    row: given.row,
    answer: given.answer,
    by: filling.by,
    capacity: filling.capacity,
    on: given.on,
    source: given.source,
    ...(given.remark ? { remark: given.remark } : {}),
    ...(document ? { document } : {}),
  })
}

/** What an edit did, for the version history. */
export function whatChanged(change: Edit): string {
  const parts = [
    change.texts && Object.keys(change.texts).length ? "填写文字" : "",
    change.attest?.length ? `证明${change.attest.map((a) => a.row.replace("row-", "第")).join("、")}项` : "",
    change.withdraw?.length ? "撤回证明" : "",
    change.pending && Object.keys(change.pending).length ? "标注待证明" : "",
    change.shortcomings === undefined ? "" : "填写问题不足",
    change.masks ? "调整遮盖" : "",
    change.supplement && Object.keys(change.supplement).length ? "补充材料" : "",
  ]
  return parts.filter(Boolean).join("，") || "修改"
}
