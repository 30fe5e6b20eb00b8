import type { Tx } from "#kit/server/db.ts"
import type { Share, Unit } from "./list.ts"

/** Seats as the adopted allocation shares them out (6.3, 6.4). */
export interface Allocation {
  readonly version: number
  readonly total: number
  readonly seats: readonly {
    readonly faculty: string
    readonly grade?: number | null
    readonly className?: string | null
    readonly seats: number
  }[]
  readonly societies: readonly { readonly name: string; readonly seats: number }[]
  readonly exOfficio: number
  readonly observers: number
  /** Floors the allocation set for the whole, in delegates. */
  readonly floors?: {
    readonly women?: number | undefined
    readonly party?: number | undefined
    readonly minorities?: number | undefined
  }
}

/** Where an assembly's adopted allocation is asked for: the one place. */
export type AllocationSource = (tx: Tx, assemblyId: string) => Promise<Allocation | undefined>

export interface Wanted {
  readonly unit: Unit
  readonly key: string
  readonly faculty: string | null
  readonly className: string | null
  readonly society: string | null
  readonly seats: number
  readonly shares: readonly Share[]
}

/** The lists an allocation asks for: one for each faculty, or each class, and each society. */
export function listsOf(a: Allocation, by: "faculty" | "class"): Wanted[] {
  const seated = a.seats.filter((s) => s.seats > 0)
  const keyOf = (s: Allocation["seats"][number]) =>
    by === "faculty" ? s.faculty : `${s.faculty}/${s.className ?? ""}`
  const own = [...Map.groupBy(seated, keyOf)].map(([key, of]): Wanted => {
    const shares = by === "class" ? [{ grade: null, seats: sum(of) }] : byGrade(of)
    return {
      unit: by,
      key,
      faculty: of[0]!.faculty,
      className: by === "class" ? (of[0]!.className ?? "") : null,
      society: null,
      seats: sum(of),
      shares,
    }
  })
  const societies = a.societies
    .filter((s) => s.seats > 0)
    .map(
      ({ name, seats }): Wanted => ({
        unit: "society",
        key: name,
        faculty: null,
        className: null,
        society: name,
        seats,
        shares: [{ grade: null, seats }],
      }),
    )
  return [...own, ...societies]
}

const sum = (of: readonly { readonly seats: number }[]) => of.reduce((n, s) => n + s.seats, 0)

const byGrade = (of: Allocation["seats"]): Share[] =>
  [...Map.groupBy(of, (s) => s.grade ?? null)]
    .map(([grade, some]) => ({ grade, seats: sum(some) }))
    .sort((a, b) => (a.grade ?? 0) - (b.grade ?? 0))
