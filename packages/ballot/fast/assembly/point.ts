// Pairs of points of -x^2 + y^2 = 1 + d x^2 y^2, one in each lane, by the complete formulas of Hisil, Wong,
// Carter and Dawson: they hold for every point, the eight of small order included.
//
// A point is (X, Y, Z, T) with x = X/Z, y = Y/Z, T = XY/Z: 320 bytes, all reduced.
// An addend is (Y + X, Y - X, 2Z, 2dT); an entry of a table the same with Z = 1, without the 2Z: 240 bytes.
import { addFe, FE, negate, small, subFe } from "./field"
import { mul, square } from "./product"

export const POINT: usize = 4 * FE
export const ENTRY: usize = 3 * FE

export const X: usize = 0
export const Y: usize = FE
export const Z: usize = 2 * FE
export const T: usize = 3 * FE

/** d and 2d of the curve, set by `start` of decode.ts. */
export const D: usize = memory.data(80, 16)
export const D2: usize = memory.data(80, 16)

export function setIdentity(p: usize): void {
  small(p + X, 0)
  small(p + Y, 1)
  small(p + Z, 1)
  small(p + T, 0)
}

export function copyPoint(out: usize, p: usize): void {
  memory.copy(out, p, POINT)
}

export function copyNegated(out: usize, p: usize): void {
  copyPoint(out, p)
  negate(out + X, out + X)
  negate(out + T, out + T)
}

const a: usize = memory.data(80, 16)
const b: usize = memory.data(80, 16)
const c: usize = memory.data(80, 16)
const e: usize = memory.data(80, 16)
const f: usize = memory.data(80, 16)
const g: usize = memory.data(80, 16)
const h: usize = memory.data(80, 16)

/** 2p. T is left undone where nothing will be added to it. */
export function double(out: usize, p: usize, withT: bool): void {
  square(a, p + X)
  square(b, p + Y)
  square(c, p + Z)
  addFe(e, p + X, p + Y)
  square(e, e)
  addFe(h, b, a) // 1 u
  subFe(g, b, a) // 1 u
  subFe(e, e, h) // 1.5 u: 2xy
  addFe(c, c, c)
  subFe(f, c, g) // 2 u
  mul(out + X, f, e)
  mul(out + Y, h, g)
  mul(out + Z, f, g)
  if (withT) mul(out + T, e, h)
}

export function toAddend(out: usize, p: usize): void {
  addFe(out, p + Y, p + X)
  subFe(out + FE, p + Y, p + X)
  addFe(out + 2 * FE, p + Z, p + Z)
  mul(out + 3 * FE, p + T, D2)
}

// @ts-ignore: decorator
@inline
function sum(out: usize, p: usize, plus: usize, minus: usize, t: usize, isNegative: bool): void {
  // `c` holds twice Z1 Z2.
  subFe(a, p + Y, p + X)
  mul(a, a, minus)
  addFe(b, p + Y, p + X)
  mul(b, b, plus)
  mul(e, p + T, t)
  if (isNegative) {
    addFe(f, c, e)
    subFe(g, c, e)
  } else {
    subFe(f, c, e)
    addFe(g, c, e)
  }
  subFe(e, b, a)
  addFe(h, b, a)
  mul(out + X, f, e)
  mul(out + Y, g, h)
  mul(out + T, e, h)
  mul(out + Z, f, g)
}

/** p plus, or where `isNegative` minus, an addend. */
export function addAddend(out: usize, p: usize, n: usize, isNegative: bool): void {
  mul(c, p + Z, n + 2 * FE)
  if (isNegative) sum(out, p, n + FE, n, n + 3 * FE, true)
  else sum(out, p, n, n + FE, n + 3 * FE, false)
}

/** p plus, or where `isNegative` minus, an entry of a table. */
export function addEntry(out: usize, p: usize, n: usize, isNegative: bool): void {
  addFe(c, p + Z, p + Z)
  if (isNegative) sum(out, p, n + FE, n, n + 2 * FE, true)
  else sum(out, p, n, n + FE, n + 2 * FE, false)
}

const addend: usize = memory.data(320, 16)

export function addPoints(out: usize, p: usize, q: usize): void {
  toAddend(addend, q)
  addAddend(out, p, addend, false)
}

/** What `p`, with 1/Z at hand, is in a table. */
export function toEntry(out: usize, p: usize, inverse: usize): void {
  mul(a, p + X, inverse)
  mul(b, p + Y, inverse)
  mul(c, a, b)
  addFe(out, b, a)
  subFe(out + FE, b, a)
  mul(out + 2 * FE, c, D2)
}

/** Lane `from` of `p` into lane `to` of `out`, whose other lane becomes the neutral point. */
export function moveLane(out: usize, p: usize, from: i32, to: i32): void {
  setIdentity(out)
  for (let i: usize = 0; i < POINT; i += 8) store<i32>(out + i + (<usize>to << 2), load<i32>(p + i + (<usize>from << 2)))
}

