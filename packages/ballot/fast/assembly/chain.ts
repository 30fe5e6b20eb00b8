// Powers of the two points of a ciphertext by many public scalars: one chain of doublings for all.
// From the lowest bit up, 2^i P is added to the bucket of each scalar that has a digit at i; at the end a
// scalar's power is the sum of digit times bucket.
import { isZero, subFe } from "./field"
import { branchAt, BUCKET, BUCKETS, CHALLENGE, FILLED, pointAt, RESULT, SPARSE } from "./memory"
import {
  addAddend, addPoints, copyNegated, copyPoint, double, POINT, setIdentity, toAddend, X, Y, Z,
} from "./point"
import { POSITIONS, sparseDigits } from "./scalar"

/** Numbers of the branches of the next chain, 32 bits each, written by the caller from the second on. */
export const list: usize = memory.data(4 * 1024, 16)

const power: usize = memory.data(320, 16)
const addend: usize = memory.data(320, 16)

// The order of the group, q = 2^252 + 27742317777372353535851937790883648493.
const order: usize = memory.data<u64>([0x5812631a5cf5d3ed, 0x14def9dea2f79cd6, 0, 0x1000000000000000], 16)

/** Empties the buckets of a branch and takes its challenge. */
export function open(branch: usize): void {
  store<u32>(branch, 0, FILLED)
  sparseDigits(branch + SPARSE, branch + CHALLENGE)
}

/**
 * Adds the powers of a pair of points to the buckets of the branches listed.
 * False where membership is asked and one of the two, to the order of the group, is not neutral.
 */
export function chain(point: i32, count: i32, withMembership: bool): bool {
  const own = branchAt(0)
  store<u32>(list, 0)
  if (withMembership) {
    memory.copy(own + CHALLENGE, order, 32)
    open(own)
  }
  const first = withMembership ? 0 : 1
  const last = topmost(first, count)
  copyPoint(power, pointAt(point))
  for (let at = 0; at <= last; at++) {
    let isUsed = false
    for (let i = first; i <= count; i++) isUsed = isUsed || digit(i, at) != 0
    if (at > 0) double(power, power, isUsed)
    if (!isUsed) continue
    toAddend(addend, power)
    for (let i = first; i <= count; i++) {
      const n = digit(i, at)
      if (n != 0) drop(listed(i), n)
    }
  }
  if (!withMembership) return true
  collect(own)
  subFe(own + RESULT + Y, own + RESULT + Y, own + RESULT + Z)
  for (let lane = 0; lane < 2; lane++)
    if (!isZero(own + RESULT + X, lane) || !isZero(own + RESULT + Y, lane)) return false
  return true
}

// @ts-ignore: decorator
@inline
function listed(i: i32): usize {
  return branchAt(load<i32>(list + (<usize>i << 2)))
}

// @ts-ignore: decorator
@inline
function digit(i: i32, at: i32): i32 {
  return <i32>load<i8>(listed(i) + SPARSE + at)
}

function topmost(first: i32, count: i32): i32 {
  for (let at = POSITIONS - 1; at > 0; at--)
    for (let i = first; i <= count; i++) if (digit(i, at) != 0) return at
  return 0
}

function drop(branch: usize, n: i32): void {
  const i = abs(n) >> 1
  const bucket = branch + BUCKET + <usize>i * POINT
  const filled = load<u32>(branch, FILLED)
  if (filled & (1 << i)) addAddend(bucket, bucket, addend, n < 0)
  else {
    if (n < 0) copyNegated(bucket, power)
    else copyPoint(bucket, power)
    store<u32>(branch, filled | (1 << i), FILLED)
  }
}

const running: usize = memory.data(320, 16)
const total: usize = memory.data(320, 16)

/** The result of a branch from its buckets: each bucket (2i + 1) times, as the sum of all and twice i times. */
export function collect(branch: usize): void {
  const filled = load<u32>(branch, FILLED)
  for (let i = 0; i < BUCKETS; i++)
    if (!(filled & (1 << i))) setIdentity(branch + BUCKET + <usize>i * POINT)
  copyPoint(running, branch + BUCKET + <usize>(BUCKETS - 1) * POINT)
  copyPoint(total, running)
  for (let i = BUCKETS - 2; i > 0; i--) {
    addPoints(running, running, branch + BUCKET + <usize>i * POINT)
    addPoints(total, total, running)
  }
  addPoints(running, running, branch + BUCKET)
  double(total, total, true)
  addPoints(branch + RESULT, running, total)
}
