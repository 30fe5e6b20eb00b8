import { compareRatio, ok, type Ratio, type Refusal, type Result, ratio, refuse } from "@qiaoliang/basics"

/** A bound on a count (whole numbers, both ends included) or on a share (an exact ratio). */
export type Limit =
  | { readonly kind: "count"; readonly min?: number; readonly max?: number }
  | { readonly kind: "share"; readonly atLeast?: Ratio; readonly atMost?: Ratio }

export const atMost = (max: number): Limit => ({ kind: "count", max })
export const atLeast = (min: number): Limit => ({ kind: "count", min })
export const between = (min: number, max: number): Limit => ({ kind: "count", min, max })
export const atLeastShare = (num: number, den: number): Limit => ({ kind: "share", atLeast: ratio(num, den) })
export const atMostShare = (num: number, den: number): Limit => ({ kind: "share", atMost: ratio(num, den) })

/** `within` the bound, or how far outside: the count to add (`short`) or to take away (`over`). */
export type Fit = { within: true } | { within: false; short: number } | { within: false; over: number }

export function fitCount(limit: Limit, count: number): Fit {
  if (limit.kind !== "count") throw new TypeError("a share's bound cannot measure a count")
  if (limit.max !== undefined && count > limit.max) return { within: false, over: count - limit.max }
  if (limit.min !== undefined && count < limit.min) return { within: false, short: limit.min - count }
  return { within: true }
}

/** Whether `part` of `whole` is within the bound; nobody of nobody is within any bound. */
export function fitShare(limit: Limit, part: number, whole: number): boolean {
  if (limit.kind !== "share") throw new TypeError("a count's bound cannot measure a share")
  if (whole === 0) return true
  const share = ratio(part, whole)
  if (limit.atLeast && compareRatio(share, limit.atLeast) < 0) return false
  return !(limit.atMost && compareRatio(share, limit.atMost) > 0)
}

const perCent = (r: Ratio) => `${(r.num * 100) / r.den}%`

/** The bound in a few signs: `≤5`, `2—3`, `≥50%`. */
export function spell(limit: Limit): string {
  if (limit.kind === "share")
    return limit.atLeast ? `≥${perCent(limit.atLeast)}` : `≤${perCent(limit.atMost!)}`
  const { min, max } = limit
  if (min !== undefined && max !== undefined) return min === max ? `${min}` : `${min}—${max}`
  return max !== undefined ? `≤${max}` : `≥${min}`
}

/**
 * A local bound takes the place of the Opinions' only where it is at least as strict on every side.
 * A looser one is refused; the caller names the clause that prevails (11.2).
 */
export function stricter(limit: Limit, local: Limit): Result<Limit, Refusal> {
  const loose = refuse("against-clause", `本地规定 ${spell(local)} 宽于《意见》的 ${spell(limit)}`, {
    clause: "11.2",
    cure: `改为不宽于 ${spell(limit)} 的规定`,
  })
  if (limit.kind === "count" && local.kind === "count") {
    if ((local.max ?? limit.max ?? 0) > (limit.max ?? Number.POSITIVE_INFINITY)) return loose
    if ((local.min ?? limit.min ?? 0) < (limit.min ?? 0)) return loose
    const min = local.min ?? limit.min
    const max = local.max ?? limit.max
    if (min !== undefined && max !== undefined && min > max)
      return refuse("invalid", `下限 ${min} 高于上限 ${max}`)
    return ok({ kind: "count", ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) })
  }
  if (limit.kind === "share" && local.kind === "share") {
    const least = local.atLeast ?? limit.atLeast
    const most = local.atMost ?? limit.atMost
    if (limit.atLeast && least && compareRatio(least, limit.atLeast) < 0) return loose
    if (limit.atMost && most && compareRatio(most, limit.atMost) > 0) return loose
    return ok({ kind: "share", ...(least ? { atLeast: least } : {}), ...(most ? { atMost: most } : {}) })
  }
  return refuse("invalid", "人数的规定与比例的规定不能互换")
}
