// Scalars, four 64-bit words from the lowest, and their digits.

/** Bits of a window of the tables; digits run from -15 to 16, and 51 of them hold 253 bits. Wider ones leave the cache. */
export const WINDOW: i32 = 5
export const WINDOWS: i32 = 51
export const HALF: i32 = 1 << (WINDOW - 1)

/** Bits `at` to `at + count` of a scalar; count below 32. */
// @ts-ignore: decorator
@inline
function bits(scalar: usize, at: i32, count: i32): i32 {
  const word: usize = (at >> 6) << 3
  const from = at & 63
  let n = load<u64>(scalar + word) >> from
  if (from + count > 64 && word < 24) n |= load<u64>(scalar + word + 8) << (64 - from)
  return <i32>(n & ((1 << count) - 1))
}

/** One digit a window, signed, of a scalar below 2^253. No branch depends on the scalar. */
export function windowDigits(out: usize, scalar: usize): void {
  let carried = 0
  for (let i = 0; i < WINDOWS; i++) {
    const n = bits(scalar, i * WINDOW, WINDOW) + carried
    carried = (n + HALF - 1) >> WINDOW // from HALF + 1 on
    store<i8>(out + i, n - (carried << WINDOW))
  }
}

export const POSITIONS: i32 = 256

/** Odd digits from -15 to 15, at most one in five positions other than 0. The scalar is below 2^253. */
export function sparseDigits(out: usize, scalar: usize): void {
  memory.fill(out, 0, POSITIONS)
  let carried = 0
  let at = 0
  while (at < POSITIONS - 1) {
    if ((bits(scalar, at, 1) ^ carried) == 0) {
      at++
      continue
    }
    let n = bits(scalar, at, 5) + carried
    carried = n > 16 ? 1 : 0
    store<i8>(out + at, n - (carried << 5))
    at += 5
  }
}
