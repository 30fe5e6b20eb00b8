export interface Count {
  readonly name: string
  readonly people: number
}

const collator = new Intl.Collator("zh-Hans-CN", { numeric: true })

/** As people read them: by pinyin, numbers by size. */
export const byName = (a: Count, b: Count): number => collator.compare(a.name, b.name)

export function counted(names: readonly string[]): Count[] {
  const all = new Map<string, number>()
  for (const name of names) all.set(name, (all.get(name) ?? 0) + 1)
  return [...all].map(([name, people]) => ({ name, people })).sort(byName)
}

/** Groups of fewer people than this are not numbered in public: one could tell who they are. The product's own number. */
export const fewest = 5

/** A number of people who said something, for everybody's eyes: null where they are too few to be told. */
export const ifEnough = (people: number): number | null => (people >= fewest ? people : null)

export interface PublicCount {
  readonly name: string
  /** null: fewer than `fewest`, or hidden so that another one cannot be worked out. */
  readonly people: number | null
}

/**
 * Counts for everybody. The total is shown beside them, so what is hidden must not be worked out by
 * subtracting: at least two groups are hidden, and together they are not few either.
 */
export function hideSmall(counts: readonly Count[]): PublicCount[] {
  const hidden = new Set(counts.filter((c) => c.people < fewest))
  const rest = counts.filter((c) => !hidden.has(c)).sort((a, b) => a.people - b.people)
  const sum = () => [...hidden].reduce((n, c) => n + c.people, 0)
  while (hidden.size > 0 && (hidden.size === 1 || sum() < fewest)) {
    const next = rest.shift()
    if (!next) break
    hidden.add(next)
  }
  return counts.map((c) => ({ name: c.name, people: hidden.has(c) ? null : c.people }))
}

/** The same of a sum in which nobody is no secret. */
export const hideTotal = (people: number): number | null => (people > 0 && people < fewest ? null : people)
