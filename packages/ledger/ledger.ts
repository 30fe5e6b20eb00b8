import { createHash } from "node:crypto"
import canonicalize from "canonicalize"

/**
 * One entry of a ledger. `seq` counts from 1 without a gap; `prev` is the hash of the entry before, and
 * `hash` = SHA-256 of `seq`, `prev` and the body's hash: whoever changes, adds or takes away an entry must change
 * every hash after it, the last one included, which others have seen.
 */
export interface Entry {
  readonly seq: number
  readonly prev: string
  readonly body: unknown
  readonly hash: string
}

/** What the first entry's `prev` is: 64 zeros. */
export const genesis = "0".repeat(64)

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex")

/** SHA-256 of a value as RFC 8785 writes it: the same for the same value however its keys are ordered. */
export function hashOf(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError("only JSON can be hashed")
  return sha256(text)
}

/** The entry that follows one whose `seq` and `hash` are given; after none, the first. */
export function link(after: { readonly seq: number; readonly hash: string } | null, body: unknown): Entry {
  const seq = (after?.seq ?? 0) + 1
  const prev = after?.hash ?? genesis
  return { seq, prev, body, hash: sha256(`${seq}\n${prev}\n${hashOf(body)}`) }
}

/** Where a ledger stops being true. */
export interface Broken {
  readonly seq: number
  readonly because: "gap" | "prev" | "hash"
}

/** Checks entries one by one, in order, so that a ledger longer than memory can be checked. */
export class Chain {
  #last: { seq: number; hash: string } | null = null

  /** The last good entry; what two people compare to know that they saw the same ledger. */
  get last(): { readonly seq: number; readonly hash: string } | null {
    return this.#last
  }

  /** Null where the entry follows the one before; else what is wrong, and the chain stays where it was. */
  check(entry: Entry): Broken | null {
    const wanted = link(this.#last, entry.body)
    if (entry.seq !== wanted.seq) return { seq: wanted.seq, because: "gap" }
    if (entry.prev !== wanted.prev) return { seq: entry.seq, because: "prev" }
    if (entry.hash !== wanted.hash) return { seq: entry.seq, because: "hash" }
    this.#last = { seq: entry.seq, hash: entry.hash }
    return null
  }
}
