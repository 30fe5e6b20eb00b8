import { type Group, largestRemainder, type Shared, sainteLague } from "@qiaoliang/apportion"
import type { Terms } from "./terms.ts"

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** What societies must have: those settled beforehand, and one for each main society (6.4). */
const groups = ({ societies, societySeats }: Terms): Group[] =>
  societies.map((s) => {
    const least = s.seats ?? (s.main ? 1 : 0)
    const most = s.seats ?? (societySeats === undefined ? least : s.members)
    return { name: s.name, size: s.members, least, most }
  })

/** The fewest and the most seats societies can have together. */
export function societyRange(terms: Terms): { least: number; most: number } {
  const all = groups(terms)
  return { least: sum(all.map((g) => g.least)), most: sum(all.map((g) => g.most)) }
}

/** Seats of the societies by members; only within `societyRange`. */
export function societyShare(terms: Terms): Shared | null {
  const all = groups(terms)
  if (all.length === 0) return null
  const total = terms.societySeats ?? sum(all.map((g) => g.least))
  return (terms.method === "sainte-lague" ? sainteLague : largestRemainder)(all, total)
}
