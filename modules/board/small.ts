import { fewest, hideSmall } from "#kit/server/small-numbers.ts"

interface Voiced {
  readonly voices: number
}

const people = (of: readonly Voiced[]): number => of.reduce((sum, one) => sum + one.voices, 0)

/** How many needs, where enough people stand behind them; none is no secret. */
export const shownCount = (of: readonly Voiced[]): number | null =>
  of.length === 0 || people(of) >= fewest ? of.length : null

/** Parts of a whole that is told too: what is hidden cannot be worked out by subtracting. */
export function shownParts<T extends Voiced>(
  groups: ReadonlyMap<string, readonly T[]>,
): readonly { readonly name: string; readonly count: number | null }[] {
  const some = [...groups].filter(([, of]) => of.length > 0)
  const shown = new Map(
    hideSmall(some.map(([name, of]) => ({ name, people: people(of) }))).map((p) => [p.name, p.people]),
  )
  return [...groups].map(([name, of]) => ({ name, count: shown.get(name) === null ? null : of.length }))
}
