import type { Commitment, OrProof, Recomputed, Secret } from "../group.ts"
import type { Pair } from "../shapes.ts"
import type { CurveModule } from "./module.ts"

/** The order of the group. */
export const order = 2n ** 252n + 27742317777372353535851937790883648493n
const generator = "6666666666666666666666666666666666666666666666666666666666666658"

/** An election key whose multiples are at hand; made again by itself when too many others came between. */
export interface KeyTable {
  readonly y: string
}

export interface FastCurve {
  /** Null where `y` is not the one spelling of a point of the prime-order group. */
  key(y: string): KeyTable | null
  /**
   * For each branch A = G^response alpha^challenge, B = Y^response (beta / G^value)^challenge. Null for a
   * proof whose alpha or beta is no member of the group, and for a sum of which one is none. Variable time:
   * all of it is public. One ballot a call: memory grows with the call.
   */
  commitments(key: KeyTable, proofs: readonly OrProof[]): (Recomputed | null)[]
  /** For encryption: a = G^power, b = Y^power G^value, without branches or addresses that depend on them. */
  blind(key: KeyTable, secrets: readonly Secret[]): Commitment[]
  /** The product of pairs known to be members; throws RangeError where one is no point. */
  sum(pairs: readonly Pair[]): Pair
  isMember(point: string): boolean
}

/** As in assembly/memory.ts. */
const slots = 4
/** Branches one chain takes; see `list` in assembly/chain.ts. */
const mostListed = 1023
/** Up to so many additions a doubling saved, the sum's scalars go along the chains of its parts. */
const worthSharing = 5

export function fastCurve(curve: CurveModule): FastCurve {
  const tables: (KeyTable | null)[] = Array(slots).fill(null)
  let recent: number[] = []
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()
  let memory = new Uint8Array()
  let words = new BigUint64Array()
  let places = new Uint32Array()

  function reserve(points: number, branches: number): void {
    curve.reserve(points, branches)
    if (memory.buffer === curve.memory.buffer) return
    memory = new Uint8Array(curve.memory.buffer)
    words = new BigUint64Array(curve.memory.buffer)
    places = new Uint32Array(curve.memory.buffer, curve.list.value, mostListed + 1)
  }

  function read(point: number, alpha: string, beta: string): boolean {
    const at = curve.given.value
    return write(alpha, at) && write(beta, at + 64) && curve.read(point) !== 0
  }

  function write(text: string, at: number): boolean {
    return text.length === 64 && encoder.encodeInto(text, memory.subarray(at, at + 64)).read === 64
  }

  /** Scalars of a branch, one after the other. */
  function put(branch: number, ...scalars: readonly bigint[]): void {
    let at = curve.branchAt(branch) >> 3
    for (const scalar of scalars) {
      if (scalar < 0n || scalar >= order) throw new RangeError("a scalar outside 0 to the order of the group")
      words[at++] = scalar // the lowest 64 bits
      words[at++] = scalar >> 64n
      words[at++] = scalar >> 128n
      words[at++] = scalar >> 192n
    }
  }

  function texts(count: number): Commitment[] {
    curve.write(count)
    const at = curve.textAt(1)
    const all = decoder.decode(memory.subarray(at, at + count * 128))
    return Array.from({ length: count }, (_, i) => ({
      a: all.slice(i * 128, i * 128 + 64),
      b: all.slice(i * 128 + 64, i * 128 + 128),
    }))
  }

  /** The slot with the table of a key, least recently used ones making way. */
  function slotOf(key: KeyTable): number {
    let slot = tables.indexOf(key)
    if (slot < 0) {
      slot = tables.indexOf(null)
      if (slot < 0) slot = recent[0]!
      reserve(1, 0)
      read(0, generator, key.y)
      curve.tabulate(slot, 0)
      tables[slot] = key
    }
    recent = [...recent.filter((s) => s !== slot), slot]
    return slot
  }

  function isMember(point: string): boolean {
    reserve(1, 0)
    return read(0, generator, point) && curve.chain(0, 0, 1) !== 0
  }

  function commitments(key: KeyTable, proofs: readonly OrProof[]): (Recomputed | null)[] {
    const slot = slotOf(key)
    // Places of the first branch of each proof; 0 belongs to the engine.
    const firsts: number[] = []
    let total = 0
    for (const { branches } of proofs) {
      firsts.push(total + 1)
      total += branches.length
    }
    // Behind the branches one place for each product of pairs.
    const products = new Map<number, number>()
    for (const [i, p] of proofs.entries()) if ("sum" in p) products.set(i, total + products.size + 1)
    reserve(proofs.length, total + products.size)
    for (const [i, { branches }] of proofs.entries())
      for (const [j, { challenge, response, value }] of branches.entries()) {
        put(firsts[i]! + j, challenge, response, negated(challenge * BigInt(value)))
        curve.begin(firsts[i]! + j)
      }
    const listed = proofs.map((p, i) => p.branches.map((_, j) => firsts[i]! + j))
    const isShared = (p: OrProof) => "sum" in p && p.branches.length * (p.sum.length - 1) <= worthSharing
    for (const [i, p] of proofs.entries())
      if ("sum" in p && isShared(p)) for (const part of p.sum) listed[part]!.push(...listed[i]!)

    const chain = (point: number, withMembership: 0 | 1): boolean => {
      const branches = listed[point]!
      places.set(branches.slice(0, mostListed), 1)
      const isGood = curve.chain(point, Math.min(branches.length, mostListed), withMembership) !== 0
      for (let from = mostListed; isGood && from < branches.length; from += mostListed) {
        const more = branches.slice(from, from + mostListed)
        places.set(more, 1)
        curve.chain(point, more.length, 0)
      }
      return isGood
    }
    const good = proofs.map((p, i) => "alpha" in p && read(i, p.alpha, p.beta) && chain(i, 1))
    for (const [i, p] of proofs.entries()) {
      if (!("sum" in p)) continue
      good[i] = p.sum.every((part) => good[part] && "alpha" in proofs[part]!)
      const place = products.get(i)!
      curve.skip(place)
      if (!good[i]) continue
      curve.clear(i)
      for (const part of p.sum) curve.add(i, part)
      curve.give(place, i)
      if (!isShared(p)) chain(i, 0)
    }

    let waiting = 0
    for (const [i, p] of proofs.entries())
      for (const [j, { value }] of p.branches.entries()) {
        const branch = firsts[i]! + j
        if (!good[i]) {
          curve.skip(branch)
          continue
        }
        curve.finish(branch, slot)
        if (value === 0) continue
        if (waiting) curve.values(waiting, branch, slot)
        waiting = waiting ? 0 : branch
      }
    if (waiting) curve.values(waiting, waiting, slot)
    const all = texts(total + products.size)
    return proofs.map((p, i) => {
      if (!good[i]) return null
      const from = firsts[i]! - 1
      const commitments = all.slice(from, from + p.branches.length)
      if ("alpha" in p) return { alpha: p.alpha, beta: p.beta, commitments }
      const { a, b } = all[products.get(i)! - 1]!
      return { alpha: a, beta: b, commitments }
    })
  }

  function blind(key: KeyTable, secrets: readonly Secret[]): Commitment[] {
    const slot = slotOf(key)
    reserve(0, secrets.length)
    for (const [i, { power, value }] of secrets.entries()) {
      put(i + 1, 0n, power, value)
      curve.blind(i + 1, slot)
    }
    const all = texts(secrets.length)
    memory.fill(0, curve.branchAt(0), curve.textAt(0)) // nothing secret stays behind
    return all
  }

  function sum(pairs: readonly Pair[]): Pair {
    reserve(2, 1)
    curve.clear(0)
    for (const { alpha, beta } of pairs) {
      if (!read(1, alpha, beta)) throw new RangeError(`no points: ${alpha}, ${beta}`)
      curve.add(0, 1)
    }
    curve.give(1, 0)
    const { a, b } = texts(1)[0]!
    return { alpha: a, beta: b }
  }

  return { key: (y) => (isMember(y) ? { y } : null), commitments, blind, sum, isMember }
}

const negated = (n: bigint) => (order - (n % order)) % order
