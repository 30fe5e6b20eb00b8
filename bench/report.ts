/** One figure of the run: what was measured, against what, and what it should be. */
export interface Line {
  readonly name: string
  /** The figure itself: a ratio or a share, or what `unit` says. */
  readonly figure: number
  readonly unit?: "MB" | "kB" | "ms" | "points"
  /** At most this; none where the line only explains another. */
  readonly aim?: number
  /** At least this, where more is better. */
  readonly least?: number
  /** The measured numbers behind it. */
  readonly raw: string
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Milliseconds that `work` took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Each way in turn, round after round, so that a busy machine disturbs all alike. Medians in milliseconds. */
export async function interleaved<K extends string>(
  rounds: number,
  ways: Readonly<Record<K, () => Promise<number>>>,
): Promise<Record<K, number>> {
  const names = Object.keys(ways) as K[]
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>
  for (let round = 0; round < rounds; round++) for (const name of names) taken[name].push(await ways[name]())
  return Object.fromEntries(names.map((name) => [name, median(taken[name])])) as Record<K, number>
}

export const ms = (value: number): string => `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`

/** A ratio of two medians, with both in the brackets. */
export function ratio(name: string, over: number, under: number, aim?: number, words = ""): Line {
  return {
    name,
    figure: over / under,
    ...(aim ? { aim } : {}),
    raw: `${ms(over)} ÷ ${ms(under)}${words ? `; ${words}` : ""}`,
  }
}

export function print(line: Line): void {
  const { name, figure, unit, aim, least, raw } = line
  const digits = unit ? (unit === "ms" && figure < 100 ? 2 : 0) : figure < 0.1 ? 3 : 2
  const shown = unit ? `${figure.toFixed(digits)} ${unit}` : figure.toFixed(digits)
  const limit = aim ?? least
  const wanted =
    limit === undefined ? "" : `aim ${aim === undefined ? "≥" : "≤"} ${limit}${unit ? ` ${unit}` : ""}`
  const met = aim === undefined ? figure >= (least ?? 0) : figure <= aim
  const mark = limit === undefined ? " " : met ? "✓" : "✗"
  console.log(`${mark} ${name.padEnd(58)} ${shown.padStart(8)}  ${wanted.padEnd(13)} (${raw})`)
}
