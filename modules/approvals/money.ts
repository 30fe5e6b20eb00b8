/** Amounts are whole 分; no sum of money is ever a fraction of a float. */

/** The most one entry or one sum may be: ten million yuan. */
export const mostCents = 1_000_000_000

/** `12`, `12.5`, `1,234.56` in yuan → 分; undefined where it is no amount to the 分. */
export function centsOf(yuan: string): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(yuan.trim().replaceAll(",", ""))
  if (!match) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"))
}

/** `1,234.56` */
export function yuan(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100)
  const rest = String(Math.abs(cents) % 100).padStart(2, "0")
  return `${cents < 0 ? "-" : ""}${String(whole).replace(/\B(?=(\d{3})+$)/g, ",")}.${rest}`
}

export const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0)
