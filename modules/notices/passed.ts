import type { Day } from "@qiaoliang/basics"
import { type Extent, targetsOf, within } from "./sight.ts"
import type { Notice, Passing } from "./store.ts"
import { type ClassGroup, classesReached } from "./targets.ts"

/** One class that is to be told. */
export interface ToldClass {
  readonly className: string
  /** The first time, whatever version; and the last. */
  readonly first: Passing | undefined
  readonly last: Passing | undefined
  /** Told after the day set, or by now not at all. */
  readonly late: boolean
}

export interface ToldFaculty {
  readonly faculty: string
  readonly last: Passing | undefined
  readonly classes: readonly ToldClass[]
}

const everywhere: Extent = { wide: true, faculties: [], classes: [] }

/** How far a notice has been passed down within an extent, by the classes of the register on the day. Pure. */
export function passedOf(
  n: Notice,
  groups: readonly ClassGroup[],
  passings: readonly Passing[],
  on: { readonly today: Day; readonly extent?: Extent },
): ToldFaculty[] {
  const extent = on.extent ?? everywhere
  const own = Map.groupBy(
    passings.filter((p) => p.noticeId === n.id),
    (p) => `${p.faculty}/${p.className}`,
  )
  return [...classesReached(targetsOf(n), groups)].flatMap(([faculty, names]) => {
    const seen = names.filter((className) => within(extent, { faculty, className }))
    if (seen.length === 0) return []
    const classes = seen.map((className) => {
      const told = own.get(`${faculty}/${className}`) ?? []
      return { className, first: told[0], last: told.at(-1), late: isLate(n.dueOn, told[0], on.today) }
    })
    return [{ faculty, last: own.get(`${faculty}/`)?.at(-1), classes }]
  })
}

const isLate = (due: Day | null, told: Passing | undefined, today: Day): boolean =>
  due !== null && (told ? told.onDay > due : today > due)

export const sumOf = (faculties: readonly ToldFaculty[]) => {
  const classes = faculties.flatMap((f) => f.classes)
  return {
    done: classes.filter((c) => c.first).length,
    of: classes.length,
    late: classes.some((c) => c.late),
  }
}
