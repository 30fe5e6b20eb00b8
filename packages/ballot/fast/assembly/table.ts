// Multiples 1 to 16 of 2^5i (G, Y) for every window i: no doublings for powers of the two fixed points.
import { FE, invert, negate } from "./field"
import { addEntry, addPoints, copyPoint, double, ENTRY, POINT, toEntry, Z } from "./point"
import { mul } from "./product"
import { HALF, WINDOWS } from "./scalar"

const ROW: usize = <usize>HALF * ENTRY
export const TABLE: usize = <usize>WINDOWS * ROW

// The multiples of one window before division by Z, and the products of their Z.
const row: usize = memory.data(16 * 320, 16)
const products: usize = memory.data(16 * 80, 16)
const base: usize = memory.data(320, 16)
const inverse: usize = memory.data(80, 16)
const single: usize = memory.data(80, 16)

export function buildTable(table: usize, pair: usize): void {
  copyPoint(base, pair)
  for (let window = 0; window < WINDOWS; window++) {
    copyPoint(row, base)
    memory.copy(products, base + Z, FE)
    for (let i: usize = 1; i < <usize>HALF; i++) {
      addPoints(row + i * POINT, row + (i - 1) * POINT, base)
      mul(products + i * FE, products + (i - 1) * FE, row + i * POINT + Z)
    }
    invert(inverse, products + <usize>(HALF - 1) * FE)
    for (let i: usize = <usize>HALF - 1; i > 0; i--) {
      mul(single, inverse, products + (i - 1) * FE)
      mul(inverse, inverse, row + i * POINT + Z)
      toEntry(table + i * ENTRY, row + i * POINT, single)
    }
    toEntry(table, row, inverse)
    double(base, row + <usize>(HALF - 1) * POINT, true)
    table += ROW
  }
}

// @ts-ignore: decorator
@inline
function entry(table: usize, window: i32, multiple: i32): usize {
  return table + <usize>window * ROW + <usize>(multiple - 1) * ENTRY
}

/** Adds the power the digits say to both lanes of `sum`: of G in the one, of Y in the other. For public digits. */
export function addPower(sum: usize, table: usize, digits: usize): void {
  for (let window = 0; window < WINDOWS; window++) {
    const digit = <i32>load<i8>(digits + window)
    if (digit != 0) addEntry(sum, sum, entry(table, window, abs(digit)), digit < 0)
  }
}

const chosen: usize = memory.data(240, 16)

/** Adds powers of G to both lanes, each by its own digits. For public digits. */
export function addPowersOfG(sum: usize, table: usize, first: usize, second: usize): void {
  for (let window = 0; window < WINDOWS; window++) {
    const a = <i32>load<i8>(first + window)
    const b = <i32>load<i8>(second + window)
    if ((a | b) == 0) continue
    takeG(table, window, a, 0)
    takeG(table, window, b, 1)
    addEntry(sum, sum, chosen, false)
  }
}

/** G to the digit, as an entry, into one lane of `chosen`. */
function takeG(table: usize, window: i32, digit: i32, lane: i32): void {
  const out = chosen + (<usize>lane << 2)
  const from = entry(table, window, abs(digit))
  const plus: usize = digit < 0 ? FE : 0
  for (let i: usize = 0; i < FE; i += 8) {
    const one = i == 0 ? 1 : 0
    store<i32>(out + i, digit == 0 ? one : load<i32>(from + plus + i))
    store<i32>(out + i + FE, digit == 0 ? one : load<i32>(from + (FE - plus) + i))
    const t = digit == 0 ? 0 : load<i32>(from + 2 * FE + i)
    store<i32>(out + i + 2 * FE, digit < 0 ? -t : t)
  }
}

const turned: usize = memory.data(80, 16)

/**
 * The same as `addPower` for secret digits: every entry of every window is read, the right one kept by a
 * mask, and the sign applied by a mask, so that neither branches nor addresses depend on the digits.
 */
export function addSecretPower(sum: usize, table: usize, digits: usize): void {
  for (let window = 0; window < WINDOWS; window++) {
    const digit = <i32>load<i8>(digits + window)
    const sign = digit >> 31
    const wanted = i32x4.splat((digit ^ sign) - sign)
    const first = table + <usize>window * ROW
    keep(chosen, first, wanted, 1)
    keep(chosen + FE, first + FE, wanted, 1)
    keep(chosen + 2 * FE, first + 2 * FE, wanted, 0)
    const mask = i32x4.splat(sign)
    negate(turned, chosen + 2 * FE)
    for (let i: usize = 0; i < FE; i += 16) {
      const plus = v128.load(chosen + i)
      const minus = v128.load(chosen + i + FE)
      v128.store(chosen + i, v128.bitselect(minus, plus, mask))
      v128.store(chosen + i + FE, v128.bitselect(plus, minus, mask))
      v128.store(chosen + i + 2 * FE, v128.bitselect(v128.load(turned + i), v128.load(chosen + i + 2 * FE), mask))
    }
    addEntry(sum, sum, chosen, false)
  }
}

/** Of the elements that lie an entry apart the one wanted, counted from 1; the number `neutral` for 0. */
function keep(out: usize, from: usize, wanted: v128, neutral: i32): void {
  let k0 = v128.and(i32x4.eq(wanted, i32x4.splat(0)), i32x4(neutral, neutral, 0, 0))
  let k1 = i32x4.splat(0), k2 = k1, k3 = k1, k4 = k1
  for (let multiple = 1; multiple <= HALF; multiple++) {
    const mask = i32x4.eq(wanted, i32x4.splat(multiple))
    k0 = v128.or(k0, v128.and(mask, v128.load(from)))
    k1 = v128.or(k1, v128.and(mask, v128.load(from, 16)))
    k2 = v128.or(k2, v128.and(mask, v128.load(from, 32)))
    k3 = v128.or(k3, v128.and(mask, v128.load(from, 48)))
    k4 = v128.or(k4, v128.and(mask, v128.load(from, 64)))
    from += ENTRY
  }
  v128.store(out, k0)
  v128.store(out, k1, 16)
  v128.store(out, k2, 32)
  v128.store(out, k3, 48)
  v128.store(out, k4, 64)
}
