// The rest of the arithmetic of product.ts: sums, powers, bytes. Elements are given by their addresses.
import { mul, square } from "./product"

// @ts-ignore: decorator
@inline
export const FE: usize = 80

// @ts-ignore: decorator
@inline
export function addFe(out: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < FE; i += 16) v128.store(out + i, i32x4.add(v128.load(a + i), v128.load(b + i)))
}

// @ts-ignore: decorator
@inline
export function subFe(out: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < FE; i += 16) v128.store(out + i, i32x4.sub(v128.load(a + i), v128.load(b + i)))
}

export function negate(out: usize, a: usize): void {
  for (let i: usize = 0; i < FE; i += 16) v128.store(out + i, i32x4.neg(v128.load(a + i)))
}

export function copyFe(out: usize, a: usize): void {
  for (let i: usize = 0; i < FE; i += 16) v128.store(out + i, v128.load(a + i))
}

/** `b` in the lanes where `mask` (both halves of a lane alike) is all ones, else `a`. No branch. */
// @ts-ignore: decorator
@inline
export function choose(out: usize, a: usize, b: usize, mask: v128): void {
  for (let i: usize = 0; i < FE; i += 16) v128.store(out + i, v128.bitselect(v128.load(b + i), v128.load(a + i), mask))
}

/** The number `n` (below 2^25) in both lanes. */
export function small(out: usize, n: i32): void {
  memory.fill(out, 0, FE)
  v128.store(out, i32x4(n, n, 0, 0))
}

function squares(out: usize, a: usize, times: i32): void {
  square(out, a)
  for (let i = 1; i < times; i++) square(out, out)
}

const t0: usize = memory.data(80, 16)
const t1: usize = memory.data(80, 16)
const t2: usize = memory.data(80, 16)

/** t0 = a^(2^250 - 1), t1 = a^11. */
function ladder(a: usize): void {
  square(t0, a) // 2
  squares(t1, t0, 2) // 8
  mul(t2, t1, a) // 9
  mul(t1, t2, t0) // 11
  square(t0, t1) // 22
  mul(t0, t0, t2) // 2^5 - 1
  squares(t2, t0, 5)
  mul(t0, t2, t0) // 2^10 - 1
  copyFe(u0, t0)
  squares(t2, t0, 10)
  mul(t0, t2, t0) // 2^20 - 1
  squares(t2, t0, 20)
  mul(t0, t2, t0) // 2^40 - 1
  squares(t2, t0, 10)
  mul(t0, t2, u0) // 2^50 - 1
  copyFe(u0, t0)
  squares(t2, t0, 50)
  mul(t0, t2, t0) // 2^100 - 1
  copyFe(u1, t0)
  squares(t2, t0, 100)
  mul(t0, t2, u1) // 2^200 - 1
  squares(t2, t0, 50)
  mul(t0, t2, u0) // 2^250 - 1
}
const u0: usize = memory.data(80, 16)
const u1: usize = memory.data(80, 16)

/** 1/a, and 0 for 0. `a` must not be `out`. */
export function invert(out: usize, a: usize): void {
  ladder(a)
  squares(t2, t0, 5)
  mul(out, t2, t1)
}

/** a^((p - 5) / 8) = a^(2^252 - 3). `a` must not be `out`. */
export function powerForRoot(out: usize, a: usize): void {
  ladder(a)
  squares(t2, t0, 2)
  mul(out, t2, a)
}

/** Address of limb `i` of lane `lane`. */
// @ts-ignore: decorator
@inline
function limbAt(a: usize, i: i32, lane: i32): usize {
  return a + ((i >> 1) << 4) + ((i & 1) << 3) + (lane << 2)
}

// @ts-ignore: decorator
@inline
function limb(a: usize, i: i32, lane: i32): i64 {
  return <i64>load<i32>(limbAt(a, i, lane))
}

// @ts-ignore: decorator
@inline
function width(i: i32): i32 {
  return 26 - (i & 1)
}

const limbs: usize = memory.data(80, 16)

/** The one number below p in lane `lane`, as 32 bytes from the lowest. For |a| <= 2 u. */
export function toBytes(out: usize, a: usize, lane: i32): void {
  let c = (19 * limb(a, 9, lane) + (1 << 24)) >> 25
  for (let i = 0; i < 10; i++) c = (limb(a, i, lane) + c) >> width(i)
  c = 19 * c // what is to be added so that the topmost carry, dropped, takes off as many p as there are
  for (let i = 0; i < 10; i++) {
    const n = limb(a, i, lane) + c
    c = n >> width(i)
    store<i64>(limbs + (<usize>i << 3), n & ((1 << width(i)) - 1))
  }
  let word: u64 = 0
  let filled = 0
  for (let i = 0; i < 10; i++) {
    const n = load<u64>(limbs + (<usize>i << 3))
    word |= n << filled
    filled += width(i)
    if (filled >= 64) {
      store<u64>(out, word)
      out += 8
      filled -= 64
      word = n >> (width(i) - filled)
    }
  }
  store<u64>(out, word)
}

/** The lowest 255 bits of the 32 bytes at `bytes` into lane `lane`; limbs up to 1 u. */
export function fromBytes(out: usize, bytes: usize, lane: i32): void {
  let bit = 0
  for (let i = 0; i < 10; i++) {
    // Eight bytes from the byte where the limb begins hold all of it; the last ones must not read past the end.
    const from = min(bit >> 3, 24)
    const n = (load<u64>(bytes + from) >> (bit - (from << 3))) & ((1 << width(i)) - 1)
    store<i32>(limbAt(out, i, lane), <i32>n)
    bit += width(i)
  }
}

const zero: usize = memory.data(32, 16)

export function isZero(a: usize, lane: i32): bool {
  toBytes(zero, a, lane)
  return (load<u64>(zero) | load<u64>(zero, 8) | load<u64>(zero, 16) | load<u64>(zero, 24)) == 0
}
