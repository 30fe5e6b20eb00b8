import { candidatesFor as withSurplus } from "@qiaoliang/apportion"
import type { Tx } from "#kit/server/db.ts"
import { thresholds } from "#policy/practice/congress-rules.ts"
import { adoptionOf, versionOf } from "./store.ts"

export interface Seat {
  /** The faculty; null in a faculty's own congress, where `className` says who. */
  readonly faculty: string | null
  readonly className: string | null
  readonly grade: number
  readonly seats: number
}

/** The allocation the preparatory committee adopted. */
export interface AdoptedSeats {
  readonly version: number
  readonly basis: string
  readonly total: number
  readonly seats: readonly Seat[]
  readonly societies: readonly { readonly name: string; readonly seats: number }[]
  readonly exOfficio: number
  readonly observers: number
  /** How many people of a kind the notice asks each group for: 非骨干, 女代表. */
  readonly asks: readonly {
    readonly id: string
    readonly name: string
    readonly need: number
    readonly groups: readonly { readonly name: string; readonly people: number }[]
  }[]
}

export async function seatsOf(tx: Tx, assemblyId: string): Promise<AdoptedSeats | undefined> {
  const adopted = await adoptionOf(tx, assemblyId)
  const row = adopted && (await versionOf(tx, assemblyId, adopted.version))
  if (!adopted || !row) return undefined
  const { result } = row
  return {
    version: row.version,
    basis: adopted.basis,
    total: result.total,
    seats: result.groups.flatMap((group, i) =>
      result.grades.flatMap((grade, j) => {
        const seats = result.cells[i]![j]?.seats ?? 0
        if (seats === 0) return []
        const of = result.unit === "class"
        return [
          {
            faculty: of ? null : group.name,
            className: of ? group.name : null,
            grade: Number.parseInt(grade.name, 10),
            seats,
          },
        ]
      }),
    ),
    societies: result.societies.map(({ name, seats }) => ({ name, seats })),
    exOfficio: result.exOfficio,
    observers: result.observers,
    asks: result.asks,
  }
}

/** 差额: candidates to be put up for so many seats. */
export const candidatesFor = (seats: number): number => withSurplus(seats, thresholds.surplus.share)
