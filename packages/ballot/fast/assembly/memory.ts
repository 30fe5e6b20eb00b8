// Where things lie behind the constants: the tables, then as many points and branches as a call needs.
import { POINT } from "./point"
import { POSITIONS } from "./scalar"
import { TABLE } from "./table"

/** Tables of election keys kept at once. */
export const SLOTS: i32 = 4

/** Odd multiples 1 to 15 that a branch collects. */
export const BUCKETS: i32 = 8

// A branch: three scalars (challenge, response, and what is taken off for the value), their digits, the
// buckets, the result.
export const CHALLENGE: usize = 0
export const RESPONSE: usize = 32
export const VALUE: usize = 64
export const SPARSE: usize = 96
export const RESPONSE_DIGITS: usize = SPARSE + POSITIONS
export const VALUE_DIGITS: usize = RESPONSE_DIGITS + 64
export const FILLED: usize = VALUE_DIGITS + 64
export const RESULT: usize = FILLED + 16
export const BUCKET: usize = RESULT + POINT
const BRANCH: usize = BUCKET + <usize>BUCKETS * POINT
export const TEXT: usize = 128

const tables: usize = (__heap_base + 63) & ~63
const work: usize = tables + <usize>SLOTS * TABLE

let branches: usize = work
let points: usize = work
let texts: usize = work

/** Room for so many points and branches (branch 0 belongs to the check of membership). */
export function reserve(pointCount: i32, branchCount: i32): void {
  branches = work
  points = branches + (<usize>branchCount + 1) * BRANCH
  texts = points + <usize>pointCount * POINT
  const end = texts + (<usize>branchCount + 1) * TEXT
  const pages = <i32>((end + 0xffff) >> 16)
  if (pages > memory.size()) memory.grow(pages - memory.size())
}

// @ts-ignore: decorator
@inline
export function tableAt(slot: i32): usize {
  return tables + <usize>slot * TABLE
}

// @ts-ignore: decorator
@inline
export function branchAt(i: i32): usize {
  return branches + <usize>i * BRANCH
}

// @ts-ignore: decorator
@inline
export function pointAt(i: i32): usize {
  return points + <usize>i * POINT
}

// @ts-ignore: decorator
@inline
export function textAt(i: i32): usize {
  return texts + <usize>i * TEXT
}
