// The doors of curve.wasm; ../engine.ts calls them in order and says what they are for.
import { FE, invert } from "./field"
import { chain as runChain, collect, open } from "./chain"
import {
  BUCKET, branchAt, pointAt, RESPONSE, RESPONSE_DIGITS, RESULT, tableAt, textAt, VALUE, VALUE_DIGITS,
} from "./memory"
import { addPoints, copyPoint, moveLane, setIdentity, Z } from "./point"
import { mul } from "./product"
import { windowDigits } from "./scalar"
import { given, readPair, start, writeText } from "./spelling"
import { addPower, addPowersOfG, addSecretPower, buildTable } from "./table"

export { fromBytes, invert, toBytes } from "./field"
export { list } from "./chain"
export { branchAt, reserve, textAt } from "./memory"
export { mul, square } from "./product"
export { given, start } from "./spelling"

/** Reads the two texts of `given` into a point; false where one of them is none. */
export function read(point: i32): bool {
  return readPair(pointAt(point))
}

/** The neutral point, to which others are added. */
export function clear(point: i32): void {
  setIdentity(pointAt(point))
}

export function add(point: i32, other: i32): void {
  addPoints(pointAt(point), pointAt(point), pointAt(other))
}

/** The table of a pair of points (G, Y). */
export function tabulate(slot: i32, point: i32): void {
  buildTable(tableAt(slot), pointAt(point))
}

/** Takes the scalars written at `branchAt`. */
export function begin(branch: i32): void {
  const b = branchAt(branch)
  open(b)
  windowDigits(b + RESPONSE_DIGITS, b + RESPONSE)
  windowDigits(b + VALUE_DIGITS, b + VALUE)
}

export function chain(point: i32, count: i32, withMembership: bool): bool {
  return runChain(point, count, withMembership)
}

/** alpha^challenge G^response and beta^challenge Y^response. */
export function finish(branch: i32, slot: i32): void {
  const b = branchAt(branch)
  collect(b)
  addPower(b + RESULT, tableAt(slot), b + RESPONSE_DIGITS)
}

/** Nothing, so that a branch without a result does not disturb `write`. */
export function skip(branch: i32): void {
  setIdentity(branchAt(branch) + RESULT)
}

/** A point as it is for a branch's result. */
export function give(branch: i32, point: i32): void {
  copyPoint(branchAt(branch) + RESULT, pointAt(point))
}

const two: usize = memory.data(320, 16)
const moved: usize = memory.data(320, 16)

/** Multiplies the second of two branches' results by G to their value scalars, both branches at once. */
export function values(first: i32, second: i32, slot: i32): void {
  const a = branchAt(first)
  const b = branchAt(second)
  setIdentity(two)
  addPowersOfG(two, tableAt(slot), a + VALUE_DIGITS, b + VALUE_DIGITS)
  moveLane(moved, two, 0, 1)
  addPoints(a + RESULT, a + RESULT, moved)
  if (first == second) return
  moveLane(moved, two, 1, 1)
  addPoints(b + RESULT, b + RESULT, moved)
}

/** G^response and Y^response G^value for secret scalars: no branch and no address depends on them. */
export function blind(branch: i32, slot: i32): void {
  const b = branchAt(branch)
  windowDigits(b + RESPONSE_DIGITS, b + RESPONSE)
  windowDigits(b + VALUE_DIGITS, b + VALUE)
  setIdentity(b + RESULT)
  addSecretPower(b + RESULT, tableAt(slot), b + RESPONSE_DIGITS)
  setIdentity(two)
  addSecretPower(two, tableAt(slot), b + VALUE_DIGITS)
  moveLane(moved, two, 0, 1)
  addPoints(b + RESULT, b + RESULT, moved)
}

const inverse: usize = memory.data(80, 16)
const single: usize = memory.data(80, 16)

/** Writes the results of branches 1 to `count` as text, 128 digits each, with one division for all. */
export function write(count: i32): void {
  // The products of the Z so far stand in the first bucket, which is done with.
  setIdentity(branchAt(0) + RESULT)
  memory.copy(branchAt(0) + BUCKET, branchAt(0) + RESULT + Z, FE)
  for (let i = 1; i <= count; i++)
    mul(branchAt(i) + BUCKET, branchAt(i - 1) + BUCKET, branchAt(i) + RESULT + Z)
  invert(inverse, branchAt(count) + BUCKET)
  for (let i = count; i > 0; i--) {
    const result = branchAt(i) + RESULT
    mul(single, inverse, branchAt(i - 1) + BUCKET)
    mul(inverse, inverse, result + Z)
    writeText(textAt(i), result, single, 0)
    writeText(textAt(i) + 64, result, single, 1)
  }
}
