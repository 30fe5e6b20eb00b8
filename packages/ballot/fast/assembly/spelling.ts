// Points as text: the 256 bits of RFC 8032 (sign of x, then y) as 64 lowercase hex digits, highest first.
import { addFe, choose, fromBytes, isZero, negate, powerForRoot, small, subFe, toBytes } from "./field"
import { D, D2, T, X, Y, Z } from "./point"
import { mul, square } from "./product"

/** Two texts, alpha (lane 0) and beta (lane 1), written here by the caller. */
export const given: usize = memory.data(128, 16)

const bytes: usize = memory.data(32, 16)
const u: usize = memory.data(80, 16)
const v: usize = memory.data(80, 16)
const w: usize = memory.data(80, 16)
const x: usize = memory.data(80, 16)
const root: usize = memory.data(80, 16) // of -1

// @ts-ignore: decorator
@inline
function digit(c: u8): i32 {
  if (c >= 48 && c <= 57) return c - 48
  if (c >= 97 && c <= 102) return c - 87
  return -1
}

/** Reads y of one lane; answers the sign of x, or -1 where the text spells no number below p. */
function readText(text: usize, y: usize, lane: i32): i32 {
  for (let i: usize = 0; i < 32; i++) {
    const high = digit(load<u8>(text + 2 * i))
    const low = digit(load<u8>(text + 2 * i + 1))
    if ((high | low) < 0) return -1
    store<u8>(bytes + 31 - i, (high << 4) | low)
  }
  const top = load<u64>(bytes, 24)
  const low63 = top & 0x7fffffffffffffff
  if (
    low63 == 0x7fffffffffffffff && (load<u64>(bytes, 16) & load<u64>(bytes, 8)) == 0xffffffffffffffff &&
    load<u64>(bytes) >= 0xffffffffffffffed
  ) return -1
  fromBytes(y, bytes, lane)
  return <i32>(top >> 63)
}

// @ts-ignore: decorator
@inline
function lanes(first: bool, second: bool): v128 {
  const a = first ? -1 : 0
  const b = second ? -1 : 0
  return i32x4(a, b, a, b)
}

/** The two points of `given`; false where one is no point or not spelled as it must be. */
export function readPair(out: usize): bool {
  const sign0 = readText(given, out + Y, 0)
  const sign1 = readText(given + 64, out + Y, 1)
  if ((sign0 | sign1) < 0) return false
  small(out + Z, 1)
  mul(out + Y, out + Y, out + Z) // reduced
  // x^2 = u / v; the candidate is u v^3 (u v^7)^((p - 5) / 8).
  square(u, out + Y)
  mul(v, u, D)
  subFe(u, u, out + Z)
  addFe(v, v, out + Z)
  square(w, v)
  mul(w, w, v)
  mul(w, w, u) // u v^3
  square(x, v)
  square(x, x)
  mul(out + X, x, w) // u v^7
  powerForRoot(x, out + X)
  mul(x, x, w)
  square(w, x)
  mul(w, w, v) // v x^2, which is u, or -u, or no point
  subFe(out + X, w, u)
  addFe(out + T, w, u)
  const plus0 = isZero(out + X, 0)
  const plus1 = isZero(out + X, 1)
  if (!(plus0 || isZero(out + T, 0)) || !(plus1 || isZero(out + T, 1))) return false
  mul(w, x, root)
  choose(x, w, x, lanes(plus0, plus1))
  toBytes(bytes, x, 0)
  const odd0 = load<u8>(bytes) & 1
  toBytes(bytes, x, 1)
  const odd1 = load<u8>(bytes) & 1
  if ((sign0 == 1 && isZero(x, 0)) || (sign1 == 1 && isZero(x, 1))) return false
  negate(w, x)
  choose(out + X, x, w, lanes(odd0 != sign0, odd1 != sign1))
  mul(out + T, out + X, out + Y)
  return true
}

/** Writes one lane of a point as text, with 1/Z at hand. */
export function writeText(out: usize, p: usize, inverse: usize, lane: i32): void {
  mul(x, p + X, inverse)
  toBytes(bytes, x, lane)
  const sign = load<u8>(bytes) << 7
  mul(x, p + Y, inverse)
  toBytes(bytes, x, lane)
  store<u8>(bytes, load<u8>(bytes, 31) | sign, 31)
  for (let i: usize = 0; i < 32; i++) {
    const n = load<u8>(bytes + 31 - i)
    store<u8>(out + 2 * i, hex(n >> 4))
    store<u8>(out + 2 * i + 1, hex(n & 15))
  }
}

// @ts-ignore: decorator
@inline
function hex(n: u8): u8 {
  return n + (n < 10 ? 48 : 87)
}

// d = -121665/121666 and a root of -1, from their lowest byte.
const dBytes: usize = memory.data<u8>([
  0xa3, 0x78, 0x59, 0x13, 0xca, 0x4d, 0xeb, 0x75, 0xab, 0xd8, 0x41, 0x41, 0x4d, 0xa, 0x70, 0x0, 0x98, 0xe8, 0x79, 0x77, 0x79, 0x40, 0xc7, 0x8c, 0x73, 0xfe, 0x6f, 0x2b, 0xee, 0x6c, 0x3, 0x52,
])
const rootBytes: usize = memory.data<u8>([
  0xb0, 0xa0, 0xe, 0x4a, 0x27, 0x1b, 0xee, 0xc4, 0x78, 0xe4, 0x2f, 0xad, 0x6, 0x18, 0x43, 0x2f, 0xa7, 0xd7, 0xfb, 0x3d, 0x99, 0x0, 0x4d, 0x2b, 0xb, 0xdf, 0xc1, 0x4f, 0x80, 0x24, 0x83, 0x2b,
])

/** Sets the constants; once, before anything else. */
export function start(): void {
  small(u, 1)
  for (let lane = 0; lane < 2; lane++) {
    fromBytes(D, dBytes, lane)
    fromBytes(root, rootBytes, lane)
  }
  mul(D, D, u)
  mul(root, root, u)
  addFe(v, D, D)
  mul(D2, v, u)
}
