import { z } from "zod"
import { day, nothing, pageOf, paging, question, verb } from "#kit/contract.ts"

const column = z.object({
  index: z.number(),
  header: z.string(),
  key: z.string().nullable(),
  confidence: z.string(),
  samples: z.array(z.string()),
})

export const sheetPlan = z.object({
  sheet: z.string().nullable(),
  kind: z.string().nullable(),
  titles: z.array(z.string()),
  headerRows: z.array(z.number()),
  rows: z.number(),
  columns: z.array(column),
  missing: z.array(z.string()),
})

export const problem = z.object({
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.number().nullable(),
  column: z.string().optional(),
  cell: z.string().optional(),
  kind: z.enum(["refused", "error", "notice"]),
  because: z.string(),
  clause: z.string().optional(),
  cure: z.string().optional(),
})

export const outcome = z.object({
  kinds: z.array(
    z.object({
      kind: z.string(),
      label: z.string(),
      rows: z.number(),
      added: z.number(),
      changed: z.number(),
      closed: z.number(),
      same: z.number(),
      next: z.object({ label: z.string(), href: z.string() }).optional(),
    }),
  ),
  problems: z.array(problem),
  counts: z.object({ error: z.number(), refused: z.number(), notice: z.number() }),
})

export const status = z.enum([
  "reading",
  "proposed",
  "checking",
  "checked",
  "running",
  "done",
  "failed",
  "undone",
  "dropped",
])

const brief = z.object({
  id: z.string(),
  fileName: z.string(),
  asOf: day,
  status,
  by: z.string(),
  at: z.string(),
  kinds: z.array(z.string()),
})

export const run = brief.extend({
  plan: z.array(sheetPlan),
  stage: z.string().nullable(),
  progress: z.number(),
  total: z.number(),
  outcome: outcome.nullable(),
  failure: z.string().nullable(),
  can: z.object({ plan: z.boolean(), confirm: z.boolean(), undo: z.boolean(), drop: z.boolean() }),
})

const id = z.object({ id: z.string() })

export const importsList = question("imports.list", z.object(paging), pageOf(brief))
export const importsOne = question("imports.one", id, run)
export const importsKinds = question(
  "imports.kinds",
  nothing,
  z.object({
    kinds: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        columns: z.array(z.object({ key: z.string(), label: z.string(), required: z.boolean() })),
      }),
    ),
  }),
)
/** Correct what was recognised, then check every row against the records without saving anything. */
export const importsCheck = verb(
  "imports.check",
  z.object({
    id: z.string(),
    asOf: day,
    /** The registers in this file are complete: whoever they do not name has left. */
    complete: z.boolean(),
    sheets: z.array(
      z.object({
        sheet: z.string().nullable(),
        kind: z.string().nullable(),
        columns: z.array(z.object({ index: z.number(), key: z.string().nullable() })),
      }),
    ),
  }),
  id,
)
export const importsConfirm = verb("imports.confirm", id, id)
export const importsUndo = verb("imports.undo", id, id)
export const importsDrop = verb("imports.drop", id, id)
