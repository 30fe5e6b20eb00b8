// Products in the field of 2^255 - 19, two side by side: one in each lane.
//
// An element is ten signed limbs of 26 and 25 bits in turn: limb 2i weighs 2^51i, limb 2i+1 weighs 2^(51i+26).
// A pair of elements is five vectors of four 32-bit numbers, 80 bytes:
//   vector i = (lane 0 limb 2i, lane 1 limb 2i, lane 0 limb 2i+1, lane 1 limb 2i+1).
//
// Bounds, in units u = 2^26 for even and 2^25 for odd limbs: a product is at most 0.51 u ("reduced"); sums
// and differences are not carried. `mul(out, a, b)` wants |b| <= 1.65 u, for 19 b must fit 31 bits, and
// |a| |b| <= 8 u^2, for the sums must stay below 2^62; `square(out, a)` wants |a| <= 1.65 u.

// @ts-ignore: decorator
@inline
function lo(a: v128, b: v128): v128 {
  return i64x2.extmul_low_i32x4_s(a, b)
}

// @ts-ignore: decorator
@inline
function hi(a: v128, b: v128): v128 {
  return i64x2.extmul_high_i32x4_s(a, b)
}

// @ts-ignore: decorator
@inline
function add(a: v128, b: v128): v128 {
  return i64x2.add(a, b)
}

/** The odd limbs twice: an odd limb times an odd limb weighs twice the even limb it falls on. */
// @ts-ignore: decorator
@inline
function oddTwice(b: v128): v128 {
  return i32x4.add(b, v128.and(b, i32x4(0, 0, -1, -1)))
}

/** Even and odd limbs changed over. */
// @ts-ignore: decorator
@inline
function swapped(b: v128): v128 {
  return i32x4.shuffle(b, b, 2, 3, 0, 1)
}

// @ts-ignore: decorator
@inline
function times19(b: v128): v128 {
  return i32x4.mul(b, i32x4.splat(19))
}

// What each sum starts from, so that every carry is a shift of a positive number (there is no fast signed
// shift): 2^62, and half a limb so that limbs come out centred, less what the carry before brings in excess.
// From memory, for a constant in the code takes several instructions each time.
const constants: usize = memory.data<u64>([
  0x4000000002000000, 0x4000000002000000, // FIRST
  0x3ffffff001000000, 0x3ffffff001000000, // ODD
  0x3fffffe002000000, 0x3fffffe002000000, // EVEN
  0x0000000003ffffff, 0x0000000003ffffff, // 26 bits
  0x0000000001ffffff, 0x0000000001ffffff, // 25 bits
  0x0200000002000000, 0x0100000001000000, // half a limb, even and odd
  0x0200000002000000, 0x0100980001009800, // the same and what limb 1
  0x0200000002000000, 0x0100080001000800, // and limb 5 has too much
], 16)

/** Carries ten sums that started from FIRST, ODD, EVEN, ODD, FIRST, ODD, EVEN, ODD, EVEN, ODD. */
// @ts-ignore: decorator
@inline
function carry(
  out: usize, h0: v128, h1: v128, h2: v128, h3: v128, h4: v128,
  h5: v128, h6: v128, h7: v128, h8: v128, h9: v128,
): void {
  const m26 = v128.load(constants, 48)
  const m25 = v128.load(constants, 64)
  h1 = add(h1, i64x2.shr_u(h0, 26)); h0 = v128.and(h0, m26)
  h5 = add(h5, i64x2.shr_u(h4, 26)); h4 = v128.and(h4, m26)
  h2 = add(h2, i64x2.shr_u(h1, 25)); h1 = v128.and(h1, m25)
  h6 = add(h6, i64x2.shr_u(h5, 25)); h5 = v128.and(h5, m25)
  h3 = add(h3, i64x2.shr_u(h2, 26)); h2 = v128.and(h2, m26)
  h7 = add(h7, i64x2.shr_u(h6, 26)); h6 = v128.and(h6, m26)
  h4 = add(h4, i64x2.shr_u(h3, 25)); h3 = v128.and(h3, m25) // 2^37 too much
  h8 = add(h8, i64x2.shr_u(h7, 25)); h7 = v128.and(h7, m25)
  h5 = add(h5, i64x2.shr_u(h4, 26)); h4 = v128.and(h4, m26) // 2^11 too much
  h9 = add(h9, i64x2.shr_u(h8, 26)); h8 = v128.and(h8, m26)
  const c = i64x2.shr_u(h9, 25); h9 = v128.and(h9, m25) // 2^37 too much
  h0 = add(h0, add(c, add(i64x2.shl(c, 1), i64x2.shl(c, 4)))) // 2^256 = 38, so limb 9 carries 19 times
  h1 = add(h1, i64x2.shr_u(h0, 26)); h0 = v128.and(h0, m26) // 19 * 2^11 too much
  const half = v128.load(constants, 80)
  v128.store(out, i32x4.sub(i32x4.shuffle(h0, h1, 0, 2, 4, 6), v128.load(constants, 96)))
  v128.store(out, i32x4.sub(i32x4.shuffle(h2, h3, 0, 2, 4, 6), half), 16)
  v128.store(out, i32x4.sub(i32x4.shuffle(h4, h5, 0, 2, 4, 6), v128.load(constants, 112)), 32)
  v128.store(out, i32x4.sub(i32x4.shuffle(h6, h7, 0, 2, 4, 6), half), 48)
  v128.store(out, i32x4.sub(i32x4.shuffle(h8, h9, 0, 2, 4, 6), half), 64)
}

/** One vector of `b` at a time: the ten sums and its four variants fill the registers there are. */
export function mul(out: usize, a: usize, b: usize): void {
  const a0 = v128.load(a)
  const a1 = v128.load(a, 16)
  const a2 = v128.load(a, 32)
  const a3 = v128.load(a, 48)
  const a4 = v128.load(a, 64)
  let c: v128, p: v128, q: v128, s: v128, r: v128
  let h0 = v128.load(constants), h1 = v128.load(constants, 16), h2 = v128.load(constants, 32), h3 = h1, h4 = h0
  let h5 = h1, h6 = h2, h7 = h1, h8 = h2, h9 = h1
  c = v128.load(b); p = oddTwice(c); q = times19(p); s = swapped(c); r = times19(s)
  h0 = add(h0, lo(a0, p)); h2 = add(h2, hi(a0, p)); h1 = add(h1, add(lo(a0, s), hi(a0, s)))
  h2 = add(h2, lo(a1, p)); h4 = add(h4, hi(a1, p)); h3 = add(h3, add(lo(a1, s), hi(a1, s)))
  h4 = add(h4, lo(a2, p)); h6 = add(h6, hi(a2, p)); h5 = add(h5, add(lo(a2, s), hi(a2, s)))
  h6 = add(h6, lo(a3, p)); h8 = add(h8, hi(a3, p)); h7 = add(h7, add(lo(a3, s), hi(a3, s)))
  h8 = add(h8, lo(a4, p)); h0 = add(h0, hi(a4, q)); h9 = add(h9, add(lo(a4, s), hi(a4, s)))
  c = v128.load(b, 16); p = oddTwice(c); q = times19(p); s = swapped(c); r = times19(s)
  h2 = add(h2, lo(a0, p)); h4 = add(h4, hi(a0, p)); h3 = add(h3, add(lo(a0, s), hi(a0, s)))
  h4 = add(h4, lo(a1, p)); h6 = add(h6, hi(a1, p)); h5 = add(h5, add(lo(a1, s), hi(a1, s)))
  h6 = add(h6, lo(a2, p)); h8 = add(h8, hi(a2, p)); h7 = add(h7, add(lo(a2, s), hi(a2, s)))
  h8 = add(h8, lo(a3, p)); h0 = add(h0, hi(a3, q)); h9 = add(h9, add(lo(a3, s), hi(a3, s)))
  h0 = add(h0, lo(a4, q)); h2 = add(h2, hi(a4, q)); h1 = add(h1, add(lo(a4, r), hi(a4, r)))
  c = v128.load(b, 32); p = oddTwice(c); q = times19(p); s = swapped(c); r = times19(s)
  h4 = add(h4, lo(a0, p)); h6 = add(h6, hi(a0, p)); h5 = add(h5, add(lo(a0, s), hi(a0, s)))
  h6 = add(h6, lo(a1, p)); h8 = add(h8, hi(a1, p)); h7 = add(h7, add(lo(a1, s), hi(a1, s)))
  h8 = add(h8, lo(a2, p)); h0 = add(h0, hi(a2, q)); h9 = add(h9, add(lo(a2, s), hi(a2, s)))
  h0 = add(h0, lo(a3, q)); h2 = add(h2, hi(a3, q)); h1 = add(h1, add(lo(a3, r), hi(a3, r)))
  h2 = add(h2, lo(a4, q)); h4 = add(h4, hi(a4, q)); h3 = add(h3, add(lo(a4, r), hi(a4, r)))
  c = v128.load(b, 48); p = oddTwice(c); q = times19(p); s = swapped(c); r = times19(s)
  h6 = add(h6, lo(a0, p)); h8 = add(h8, hi(a0, p)); h7 = add(h7, add(lo(a0, s), hi(a0, s)))
  h8 = add(h8, lo(a1, p)); h0 = add(h0, hi(a1, q)); h9 = add(h9, add(lo(a1, s), hi(a1, s)))
  h0 = add(h0, lo(a2, q)); h2 = add(h2, hi(a2, q)); h1 = add(h1, add(lo(a2, r), hi(a2, r)))
  h2 = add(h2, lo(a3, q)); h4 = add(h4, hi(a3, q)); h3 = add(h3, add(lo(a3, r), hi(a3, r)))
  h4 = add(h4, lo(a4, q)); h6 = add(h6, hi(a4, q)); h5 = add(h5, add(lo(a4, r), hi(a4, r)))
  c = v128.load(b, 64); p = oddTwice(c); q = times19(p); s = swapped(c); r = times19(s)
  h8 = add(h8, lo(a0, p)); h0 = add(h0, hi(a0, q)); h9 = add(h9, add(lo(a0, s), hi(a0, s)))
  h0 = add(h0, lo(a1, q)); h2 = add(h2, hi(a1, q)); h1 = add(h1, add(lo(a1, r), hi(a1, r)))
  h2 = add(h2, lo(a2, q)); h4 = add(h4, hi(a2, q)); h3 = add(h3, add(lo(a2, r), hi(a2, r)))
  h4 = add(h4, lo(a3, q)); h6 = add(h6, hi(a3, q)); h5 = add(h5, add(lo(a3, r), hi(a3, r)))
  h6 = add(h6, lo(a4, q)); h8 = add(h8, hi(a4, q)); h7 = add(h7, add(lo(a4, r), hi(a4, r)))
  carry(out, h0, h1, h2, h3, h4, h5, h6, h7, h8, h9)
}

/** As `mul`, each product of two different limbs once, of twice the one. */
export function square(out: usize, a: usize): void {
  const d0 = i32x4.add(v128.load(a), v128.load(a))
  const d1 = i32x4.add(v128.load(a, 16), v128.load(a, 16))
  const d2 = i32x4.add(v128.load(a, 32), v128.load(a, 32))
  const d3 = i32x4.add(v128.load(a, 48), v128.load(a, 48))
  const d4 = i32x4.add(v128.load(a, 64), v128.load(a, 64))
  let b: v128, p: v128, q: v128, s: v128, r: v128
  let h0 = v128.load(constants), h1 = v128.load(constants, 16), h2 = v128.load(constants, 32), h3 = h1, h4 = h0
  let h5 = h1, h6 = h2, h7 = h1, h8 = h2, h9 = h1
  b = v128.load(a); p = oddTwice(b); q = times19(p); s = swapped(b); r = times19(s)
  h0 = add(h0, lo(b, p)); h2 = add(h2, hi(b, p)); h1 = add(h1, lo(d0, s))
  h3 = add(h3, lo(d1, s))
  h5 = add(h5, lo(d2, s))
  h7 = add(h7, lo(d3, s))
  h9 = add(h9, lo(d4, s))
  b = v128.load(a, 16); p = oddTwice(b); q = times19(p); s = swapped(b); r = times19(s)
  h2 = add(h2, lo(d0, p)); h4 = add(h4, hi(d0, p)); h3 = add(h3, lo(d0, s))
  h4 = add(h4, lo(b, p)); h6 = add(h6, hi(b, p)); h5 = add(h5, lo(d1, s))
  h7 = add(h7, lo(d2, s))
  h9 = add(h9, lo(d3, s))
  h1 = add(h1, lo(d4, r))
  b = v128.load(a, 32); p = oddTwice(b); q = times19(p); s = swapped(b); r = times19(s)
  h4 = add(h4, lo(d0, p)); h6 = add(h6, hi(d0, p)); h5 = add(h5, lo(d0, s))
  h6 = add(h6, lo(d1, p)); h8 = add(h8, hi(d1, p)); h7 = add(h7, lo(d1, s))
  h8 = add(h8, lo(b, p)); h0 = add(h0, hi(b, q)); h9 = add(h9, lo(d2, s))
  h1 = add(h1, lo(d3, r))
  h3 = add(h3, lo(d4, r))
  b = v128.load(a, 48); p = oddTwice(b); q = times19(p); s = swapped(b); r = times19(s)
  h6 = add(h6, lo(d0, p)); h8 = add(h8, hi(d0, p)); h7 = add(h7, lo(d0, s))
  h8 = add(h8, lo(d1, p)); h0 = add(h0, hi(d1, q)); h9 = add(h9, lo(d1, s))
  h0 = add(h0, lo(d2, q)); h2 = add(h2, hi(d2, q)); h1 = add(h1, lo(d2, r))
  h2 = add(h2, lo(b, q)); h4 = add(h4, hi(b, q)); h3 = add(h3, lo(d3, r))
  h5 = add(h5, lo(d4, r))
  b = v128.load(a, 64); p = oddTwice(b); q = times19(p); s = swapped(b); r = times19(s)
  h8 = add(h8, lo(d0, p)); h0 = add(h0, hi(d0, q)); h9 = add(h9, lo(d0, s))
  h0 = add(h0, lo(d1, q)); h2 = add(h2, hi(d1, q)); h1 = add(h1, lo(d1, r))
  h2 = add(h2, lo(d2, q)); h4 = add(h4, hi(d2, q)); h3 = add(h3, lo(d2, r))
  h4 = add(h4, lo(d3, q)); h6 = add(h6, hi(d3, q)); h5 = add(h5, lo(d3, r))
  h6 = add(h6, lo(b, q)); h8 = add(h8, hi(b, q)); h7 = add(h7, lo(d4, r))
  carry(out, h0, h1, h2, h3, h4, h5, h6, h7, h8, h9)
}
