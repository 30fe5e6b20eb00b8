import type { Reading } from "./reading.ts"
import type { Feature, Kind } from "./thesaurus.ts"

/** How much it tells that a feature is in both texts: the rarer, the more. */
export type Weigh = (feature: Feature) => number

/** How often a feature of a kind is met before anything was counted. */
export const usual: Readonly<Record<Kind, number>> = {
  thing: 0.012,
  place: 0.1,
  setting: 0.1,
  complaint: 0.06,
  slot: 0.03,
  plain: 0.012,
}
const together: Readonly<Record<Kind, number>> = {
  thing: 1,
  place: 0.8,
  setting: 0.8,
  complaint: 1,
  slot: 0.8,
  plain: 0.5,
}
/** How much a feature tells against, that only one text has. */
const alone: Readonly<Record<Kind, number>> = {
  thing: 0.8,
  place: 0.4,
  setting: 0.4,
  complaint: 0.5,
  slot: 0.3,
  plain: 0.3,
}

/** Texts supposed before any was counted, so that the first ones are weighed sensibly. */
const imagined = 200
/** Weights are multiples of 1/4096: sums of them are exact, so no order of adding changes a score. */
const exact = 4096

/** The weight of a feature that `seen` of `count` texts have. */
export function weightOf(kind: Kind, seen: number, count: number): number {
  const weight = together[kind] * Math.log((count + imagined) / (seen + imagined * usual[kind]))
  return Math.max(1, Math.round(weight * exact)) / exact
}

export interface Compared {
  /** 0 … 1; at 0.5 the two are more likely one matter than two. */
  readonly score: number
  readonly shared: readonly string[]
}

export const P = {
  min: 0.5,
  max: 0.2,
  lit: 2.5,
  slot: 0.45,
  clash: 0.6,
  silent: 0.6,
  thing: 0.6,
  nothing: 0.75,
  second: 1.3,
  margin: 0.75,
  plainAlone: 0.35,
  thingAlone: 0.5,
  complaintAlone: 0.65,
  placeAlone: 0.35,
  settingAlone: 0.25,
  slotAlone: 0.4,
  bare: 0.3,
  place: 0.5,
  cross: 0.5,
  mean: 1,
}
export function compare(a: Reading, b: Reading, weigh: Weigh): Compared {
  const shared: { word: string; weight: number }[] = []
  let both = 0
  let subject = 0
  let best = 0
  let complaint = false
  let place = false
  for (const [key, feature] of a.features) {
    if (!b.features.has(key)) continue
    const weight = weigh(feature)
    both += weight
    if (feature.kind !== "complaint") subject += weight
    if (feature.kind === "thing" || feature.kind === "plain") best = Math.max(best, weight)
    if (feature.kind === "complaint") complaint = true
    if (feature.kind === "place") place = true
    shared.push({ word: feature.word, weight })
  }
  if (both === 0) return { score: 0, shared: [] }
  const literal = dice(a.letters, b.letters)
  const [restA, restB] = [unmatched(a, b, weigh, literal), unmatched(b, a, weigh, literal)]
  const ratio =
    both /
    (both +
      (P.min + P.lit * literal) * Math.min(restA.weight, restB.weight) +
      P.max * Math.max(restA.weight, restB.weight))
  let score = ratio
  for (const [slot, values] of a.slots) {
    const others = b.slots.get(slot)
    if (others && values.isDisjointFrom(others)) score *= P.slot
  }
  if (!complaint) {
    const f = restA.complaint && restB.complaint ? P.clash : P.silent
    score *= subject > P.second * 4.5 ? Math.sqrt(f) : f
  }
  if (restA.thing > best * P.margin && restB.thing > best * P.margin) score *= P.thing
  if (best === 0) score *= subject === 0 ? P.bare : P.nothing
  if (restA.place && restB.place && !place) score *= P.place
  shared.sort((x, y) => y.weight - x.weight || (x.word < y.word ? -1 : 1))
  return { score, shared: shared.map((s) => s.word) }
}

function unmatched(a: Reading, b: Reading, weigh: Weigh, literal: number) {
  let weight = 0
  let thing = 0
  let complaint = false
  let place = false
  for (const [key, feature] of a.features) {
    if (b.features.has(key)) continue
    const own = weigh(feature)
    const share = P[(feature.kind + "Alone") as keyof typeof P]
    weight += own * (feature.kind === "plain" ? share + (1 - share) * literal : share)
    if (feature.kind === "thing") thing = Math.max(thing, own)
    if (feature.kind === "complaint") complaint = true
    if (feature.kind === "place") place = true
  }
  return { weight, thing, complaint, place }
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const pair of a) if (b.has(pair)) both++
  return a.size + b.size ? (2 * both) / (a.size + b.size) : 0
}
