/** What powers are computed from: a product, a square, the neutral element. */
export interface Arithmetic<P> {
  readonly one: P
  times(a: P, b: P): P
  square(a: P): P
}

const width = 4
const digits = 1 << width

/**
 * x to several exponents at once, for public values only: the squarings, which are most of the work, are done
 * once for all of them (Yao's method: a bucket for each digit, x^(16^i) goes into the bucket of digit i).
 */
export function powersOf<P>({ one, times, square }: Arithmetic<P>, x: P, exponents: readonly bigint[]): P[] {
  const buckets = exponents.map(() => new Array<P | undefined>(digits))
  const texts = exponents.map((e) => e.toString(16))
  const longest = Math.max(0, ...texts.map((t) => t.length))
  let power = x
  for (let i = 0; i < longest; i++) {
    for (const [j, text] of texts.entries()) {
      const digit = i < text.length ? Number.parseInt(text[text.length - 1 - i]!, 16) : 0
      if (digit === 0) continue
      const bucket = buckets[j]!
      const held = bucket[digit]
      bucket[digit] = held === undefined ? power : times(held, power)
    }
    if (i + 1 < longest) for (let k = 0; k < width; k++) power = square(power)
  }
  return buckets.map((bucket) => gather(bucket, one, times))
}

/** Π bucket[d]^d, by running products from the highest digit down. */
function gather<P>(bucket: readonly (P | undefined)[], one: P, times: (a: P, b: P) => P): P {
  let running: P | undefined
  let total: P | undefined
  for (let digit = digits - 1; digit > 0; digit--) {
    const held = bucket[digit]
    if (held !== undefined) running = running === undefined ? held : times(running, held)
    if (running !== undefined) total = total === undefined ? running : times(total, running)
  }
  return total ?? one
}

/** A table for one base: any power of `bits` bits is then a product of bits ÷ 6 entries. Not constant time. */
export function comb<P>({ one, times }: Arithmetic<P>, x: P, bits: number): (k: bigint) => P {
  const window = 6
  const size = 1 << window
  const rows: P[][] = []
  let step = x
  for (let at = 0; at < bits; at += window) {
    const row: P[] = [one, step]
    for (let d = 2; d < size; d++) row.push(times(row[d - 1]!, step))
    rows.push(row)
    step = times(row[size - 1]!, step)
  }
  const mask = BigInt(size - 1)
  return (k) => {
    let out: P | undefined
    for (let rest = k, i = 0; rest > 0n; rest >>= BigInt(window), i++) {
      const digit = Number(rest & mask)
      if (digit === 0) continue
      const entry = rows[i]![digit]!
      out = out === undefined ? entry : times(out, entry)
    }
    return out ?? one
  }
}
