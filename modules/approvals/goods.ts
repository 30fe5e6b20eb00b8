import { linesOf, numberOf, type Values } from "./field.ts"

export interface Good {
  readonly name: string
  readonly unit: string
  readonly count: number
  readonly returned: number
}

/** What was lent and how much of it came back; several lines of one name are one good. */
export function goodsOf(
  values: Values,
  returns: readonly { readonly item: string; readonly count: number }[],
): Good[] {
  const lines = Map.groupBy(linesOf(values, "items"), (l) => String(l.name))
  return [...lines].map(([name, same]) => ({
    name,
    unit: String(same[0]?.unit ?? ""),
    count: same.reduce((n, l) => n + numberOf(l.count), 0),
    returned: returns.filter((r) => r.item === name).reduce((n, r) => n + r.count, 0),
  }))
}

export const allBack = (goods: readonly Good[]): boolean => goods.every((g) => g.returned >= g.count)
