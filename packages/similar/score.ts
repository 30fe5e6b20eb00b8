import type { Kind } from "./thesaurus.ts"

/**
 * How far two texts tell one matter: the weight of what they share against the weight of what only one of them
 * says, lowered where both name different places, numbers, things or complaints. Each number below was searched for
 * on a register and on sentences of `for-tests.ts`, none of those kept back (docs/decisions/0039).
 */

/** How often a meaning of a kind is met before any text was counted, and how much it tells when two texts share it. */
const kinds: Readonly<
  Record<Kind, { readonly usual: number; readonly shared: number; readonly alone: number }>
> = {
  thing: { usual: 0.014, shared: 1, alone: 0.54 },
  place: { usual: 0.096, shared: 0.6, alone: 0.33 },
  setting: { usual: 0.093, shared: 1.13, alone: 0.35 },
  complaint: { usual: 0.06, shared: 0.63, alone: 0.83 },
  slot: { usual: 0.02, shared: 1.01, alone: 0.39 },
  plain: { usual: 0.012, shared: 0.5, alone: 0.35 },
}
/** What only one says counts by the text that says less of its own, and a little by the other: details are no contradiction. */
const lesser = 0.45
const larger = 0.2
/** The more two texts agree to the letter, the more the words tell in which they differ: a template with another object. */
const literally = 3.54
/** What remains of the score where … */
const left = {
  /** … a slot has other values in each. */
  slot: 0.48,
  /** … both name places and none in common. */
  place: 0.56,
  /** … both complain, but not of the same. */
  otherComplaint: 0.42,
  /** … no complaint is shared; half as hard where they share `much`. */
  noComplaint: 0.59,
  /** … each names a thing about as telling as the best they share. */
  otherThing: 0.71,
  /** … they share neither a thing nor a word. */
  noThing: 0.79,
  /** … they share nothing but a complaint. */
  complaintOnly: 0.28,
}
const much = 6.63
const asTelling = 0.74

/** Texts supposed before any was counted, so that the first ones are weighed sensibly. */
const imagined = 180
/** Weights are multiples of 1/4096: their sums are exact, so no order of adding changes a score. */
const exact = 4096

/** The weight of a meaning that `seen` of `count` texts have: the rarer, the more it tells. */
export function weightOf(kind: Kind, seen: number, count: number): number {
  const { usual, shared } = kinds[kind]
  const rarity = Math.log((count + imagined) / (seen + imagined * usual))
  return Math.max(1, Math.round(shared * rarity * exact)) / exact
}

/** A meaning as it is weighed; `mark` and `pair` belong to the search under way. */
export interface Term {
  readonly kind: Kind
  readonly word: string
  readonly slot: string | undefined
  weight: number
  mark: number
  pair: number
}

/** Weights added up, kind by kind. */
export interface Sums {
  thing: number
  place: number
  setting: number
  complaint: number
  slot: number
  plain: number
}
export const noSums = (): Sums => ({ thing: 0, place: 0, setting: 0, complaint: 0, slot: 0, plain: 0 })

export function sumsOf(terms: readonly Term[]): Sums {
  const sums = noSums()
  for (const { kind, weight } of terms) sums[kind] += weight
  return sums
}

const total = (s: Sums) => s.thing + s.place + s.setting + s.complaint + s.slot + s.plain

/** The weight of what one text says and the other does not; `literal` is how far they agree to the letter. */
function rest(own: Sums, shared: Sums, literal: number): number {
  const plain = kinds.plain.alone + (1 - kinds.plain.alone) * literal
  return (
    kinds.thing.alone * (own.thing - shared.thing) +
    kinds.place.alone * (own.place - shared.place) +
    kinds.setting.alone * (own.setting - shared.setting) +
    kinds.complaint.alone * (own.complaint - shared.complaint) +
    kinds.slot.alone * (own.slot - shared.slot) +
    plain * (own.plain - shared.plain)
  )
}

/** Two texts' sums and what they share → at most 1. With `literal` 0 it is a bound for the score. */
export function ratioOf(a: Sums, b: Sums, shared: Sums, literal: number): number {
  const both = total(shared)
  if (both === 0) return 0
  const [restA, restB] = [rest(a, shared, literal), rest(b, shared, literal)]
  const against = (lesser + literally * literal) * Math.min(restA, restB) + larger * Math.max(restA, restB)
  return both / (both + against)
}

/** What lowers the score, from the terms of each: `inBoth` tells whether a term of either is shared. */
export function lowered(
  a: readonly Term[],
  b: readonly Term[],
  shared: Sums,
  inBoth: (term: Term) => boolean,
): number {
  const [onlyA, onlyB] = [alone(a, inBoth), alone(b, inBoth)]
  let factor = 1
  for (const slot of onlyA.slots)
    if (onlyB.slots.includes(slot) && !a.some((term) => term.slot === slot && inBoth(term)))
      factor *= left.slot
  if (shared.place === 0 && onlyA.place && onlyB.place) factor *= left.place
  const subject = total(shared) - shared.complaint
  if (shared.complaint === 0) {
    const harm = onlyA.complaint && onlyB.complaint ? left.otherComplaint : left.noComplaint
    factor *= subject > much ? Math.sqrt(harm) : harm
  }
  let best = 0
  for (const term of a)
    if ((term.kind === "thing" || term.kind === "plain") && inBoth(term)) best = Math.max(best, term.weight)
  if (Math.min(onlyA.thing, onlyB.thing) > best * asTelling) factor *= left.otherThing
  if (best === 0) factor *= subject === 0 ? left.complaintOnly : left.noThing
  return factor
}

function alone(terms: readonly Term[], inBoth: (term: Term) => boolean) {
  const slots: string[] = []
  let thing = 0
  let place = false
  let complaint = false
  for (const term of terms) {
    if (inBoth(term)) continue
    if (term.kind === "thing") thing = Math.max(thing, term.weight)
    else if (term.kind === "place") place = true
    else if (term.kind === "complaint") complaint = true
    else if (term.slot && !slots.includes(term.slot)) slots.push(term.slot)
  }
  return { slots, thing, place, complaint }
}

/** How far two texts agree to the letter, by the pairs of characters they share (Dice). */
export function agreement(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const pair of b) if (a.has(pair)) both++
  return a.size + b.size ? (2 * both) / (a.size + b.size) : 0
}
