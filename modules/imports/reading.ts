import type { Refusal, Result } from "@qiaoliang/basics"
import {
  type RawSheet,
  type Recognised,
  recognise,
  recogniseAs,
  type SheetSpec,
  type Workbook,
} from "@qiaoliang/sheets"
import { copyText } from "./copy.ts"
import type { ReadContext, Reader } from "./kind.ts"
import type { Problem, SheetPlan } from "./run.ts"

/** A workbook as it was handed in. */
export interface Handed {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** What the worker is asked of its workbook. `propose` reads the headers, `read` the rows. */
export interface ReadRequest {
  readonly task: "propose" | "read"
  readonly readers: Readonly<Record<string, { url: string; fields?: readonly string[] }>>
  readonly remembered: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly plan: readonly SheetPlan[]
  readonly context: Omit<ReadContext, "file" | "sheet">
}

/** What it tells meanwhile, and at last. Rows of staged kinds come as COPY text, the others as records. */
export type ReadReply =
  | { readonly type: "stage"; readonly stage: string; readonly done: number; readonly total: number }
  | { readonly type: "rows"; readonly kind: string; readonly copy: Uint8Array; readonly count: number }
  | { readonly type: "records"; readonly kind: string; readonly records: readonly unknown[] }
  | { readonly type: "proposed"; readonly plan: SheetPlan[] }
  | { readonly type: "read"; readonly problems: Problem[] }
  | { readonly type: "refused"; readonly because: string; readonly cure?: string }
  | { readonly type: "ended" }

const chunk = 2000

/** Of no kind: a sheet that was not recognised still shows its columns, so that a person can say what it is. */
const unknown: SheetSpec = { id: "", label: "", columns: [] }

/** Sheets as they were recognised: whoever confirms what was proposed needs no second reading of the rows. */
export type Seen = Map<RawSheet, Recognised>

/** Read an opened workbook as asked, telling as it goes. Pure but for loading the readers. */
export async function readWorkbook(
  opened: Result<Workbook, Refusal>,
  seen: Seen,
  request: ReadRequest,
  tell: (reply: ReadReply) => void,
): Promise<void> {
  const readers: Record<string, Reader> = {}
  for (const [kind, { url }] of Object.entries(request.readers)) readers[kind] = (await import(url)) as Reader
  if (!opened.ok)
    return tell({
      type: "refused",
      because: opened.error.because,
      ...(opened.error.cure ? { cure: opened.error.cure } : {}),
    })
  const { fileName, sheets } = opened.value
  if (request.task === "propose")
    return tell({
      type: "proposed",
      plan: sheets.map((sheet) => propose(sheet, seen, readers, request.remembered)),
    })

  const problems: Problem[] = []
  const total = request.plan.reduce((n, p) => n + (p.kind ? p.rows : 0), 0)
  let done = 0
  for (const planned of request.plan) {
    const sheet = sheets.find((s) => s.name === planned.sheet)
    const reader = planned.kind ? readers[planned.kind] : undefined
    if (!sheet || !reader || !planned.kind) continue
    const recognised = recognisedAs(sheet, seen, reader.spec, planned.columns)
    const context = { ...request.context, file: fileName, sheet: sheet.name }
    const got = reader.read(recognised, context)
    problems.push(...got.problems)
    const fields = request.readers[planned.kind]?.fields
    if (!fields) tell({ type: "records", kind: planned.kind, records: got.records })
    else
      for (let i = 0; i < got.records.length; i += chunk) {
        const part = got.records.slice(i, i + chunk)
        const copy = new TextEncoder().encode(copyText(part, fields))
        tell({ type: "rows", kind: planned.kind, copy, count: part.length })
        tell({ type: "stage", stage: "reading", done: done + i + part.length, total })
      }
    done += recognised.rows.length
    tell({ type: "stage", stage: "reading", done, total })
  }
  tell({ type: "read", problems })
}

/** The sheet as the plan has it: as recognised before, where nobody changed anything. */
function recognisedAs(
  sheet: RawSheet,
  seen: Seen,
  spec: SheetSpec,
  columns: SheetPlan["columns"],
): Recognised {
  const keys = Object.fromEntries(columns.map((c) => [c.index, c.key]))
  const before = seen.get(sheet)
  const same = before?.spec === spec.id && before.columns.every((c) => (keys[c.index] ?? null) === c.key)
  return same ? before : recogniseAs(sheet, spec, keys)
}

/** A sample tells what a column holds, not all a cell says. */
const longest = 40
const shortened = (text: string): string => {
  const letters = [...text]
  return letters.length > longest ? `${letters.slice(0, longest).join("")}…` : text
}

function propose(
  sheet: RawSheet,
  seen: Seen,
  readers: Readonly<Record<string, Reader>>,
  remembered: ReadRequest["remembered"],
): SheetPlan {
  const specs = Object.values(readers).map((r) => r.spec)
  const all = Object.assign({}, ...Object.values(remembered)) as Record<string, string>
  const found = recognise(sheet, specs, all) ?? recogniseAs(sheet, unknown)
  seen.set(sheet, found)
  const kind = Object.entries(readers).find(([, r]) => r.spec.id === found.spec)?.[0] ?? null
  return {
    sheet: sheet.name,
    kind,
    titles: found.titles.map((t) => t.text),
    headerRows: found.headerRows,
    rows: found.rows.length,
    columns: found.columns.map(({ index, header, key, confidence, samples }) => ({
      index,
      header,
      key,
      confidence,
      samples: samples.map(shortened),
    })),
    missing: found.missing,
  }
}
