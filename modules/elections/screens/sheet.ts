import type { In, Out } from "#kit/web/call.ts"
import type { enterCount } from "../contract.ts"
import type { count } from "../contract-asked.ts"

type Counting = Out<typeof count>
export type Sheet = Omit<In<typeof enterCount>, "id">
export const columns = ["for", "against", "abstain", "illegible"] as const
export type Column = (typeof columns)[number]

/** A sheet under the teller's pen: a number not yet written is null. */
export interface Draft {
  readonly issued: number | null
  readonly recovered: number | null
  readonly valid: number | null
  readonly invalid: number | null
  readonly candidates: Readonly<Record<string, Readonly<Record<Column, number | null>>>>
  readonly writeIns: readonly { readonly name: string; readonly for: number | null }[]
}

const blank = { for: null, against: null, abstain: null, illegible: 0 }

export const draftOf = (of: Counting): Draft => ({
  issued: of.own?.issued ?? of.present,
  recovered: of.own?.recovered ?? null,
  valid: of.own?.valid ?? null,
  invalid: of.own?.invalid ?? null,
  candidates: Object.fromEntries(
    of.candidates.map(({ number }) => {
      const own = of.own?.candidates.find((c) => c.number === number)
      return [number, own ? { ...own } : blank]
    }),
  ),
  writeIns: of.own?.writeIns ?? [],
})

interface Sum {
  readonly key: "recovered" | "valid" | "candidate"
  readonly name?: string
  readonly left: number | null
  readonly right: number | null
  readonly holds: boolean
}

/** What has to come out even, as the numbers stand: 有效 + 无效 = 收回; each candidate's marks = 有效. */
export function sumsOf(of: Counting, d: Draft): Sum[] {
  const total = (...all: (number | null)[]) =>
    all.some((n) => n === null) ? null : all.reduce<number>((sum, n) => sum + n!, 0)
  const even = (left: number | null, right: number | null) => left !== null && left === right
  const papers = total(d.valid, d.invalid)
  return [
    {
      key: "recovered",
      left: d.recovered,
      right: d.issued,
      holds: d.recovered !== null && d.issued !== null && d.recovered <= d.issued,
    },
    { key: "valid", left: papers, right: d.recovered, holds: even(papers, d.recovered) },
    ...of.candidates.map(({ number, name }) => {
      const marks = d.candidates[number]!
      const left = total(...columns.map((c) => marks[c]))
      return { key: "candidate" as const, name, left, right: d.valid, holds: even(left, d.valid) }
    }),
  ]
}

/** The sheet as it is handed in; null while a number is missing. */
export function sheetOf(of: Counting, d: Draft): Sheet | null {
  const { issued, recovered, valid, invalid } = d
  if (issued === null || recovered === null || valid === null || invalid === null) return null
  const rows: Sheet["candidates"] = []
  for (const { number } of of.candidates) {
    const m = d.candidates[number]!
    if (columns.some((c) => m[c] === null)) return null
    rows.push({ number, for: m.for!, against: m.against!, abstain: m.abstain!, illegible: m.illegible! })
  }
  const writeIns = d.writeIns.filter((w) => w.name.trim() !== "" || w.for !== null)
  if (writeIns.some((w) => w.name.trim().length < 2 || !w.for)) return null
  return {
    issued,
    recovered,
    valid,
    invalid,
    candidates: rows,
    writeIns: writeIns.map((w) => ({ name: w.name.trim(), for: w.for! })),
  }
}
