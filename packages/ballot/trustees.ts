import { ok, type Result } from "@qiaoliang/basics"
import type { Group, Point } from "./group.ts"
import { isList, readJson } from "./json.ts"
import { readPedersen } from "./pedersen.ts"
import { readTrusteeKey } from "./trustee-key.ts"

/** Those who hold the key. Owners are numbered from 1 through all entries. */
export interface Trustees {
  /** The verification key of each owner, in order. */
  readonly keys: readonly Point[]
  readonly entries: readonly TrusteeEntry[]
  /** The product of what the entries contribute: the election's public key. */
  readonly electionKey: string
}

/** `first` is the entry's lowest owner number. All of a single entry are needed, `threshold` of a shared one. */
export interface TrusteeEntry {
  readonly kind: "Single" | "Pedersen"
  readonly first: number
  readonly size: number
  readonly threshold: number
}

/** trustees.json from entries `["Single", …]`, `["Pedersen", …]`, or a bare `{pok, public_key}`. */
export const writeTrustees = (entries: readonly string[]): string =>
  `[${entries.map((entry) => (entry.startsWith("{") ? `["Single",${entry}]` : entry)).join()}]`

/** All keys and proofs are checked; the error is a Chinese sentence. */
export function readTrustees(group: Group, text: string): Result<Trustees, string> {
  const json = readJson(text)
  if (!isList(json) || json.length === 0) return { ok: false, error: "监票人名单不是有效的 JSON 列表" }
  const keys: Point[] = []
  const entries: TrusteeEntry[] = []
  let product = group.identity
  for (const entry of json) {
    const first = keys.length + 1
    const [kind, value] = isList(entry) && entry.length === 2 ? entry : []
    if (kind === "Single") {
      const key = readTrusteeKey(group, value)
      if (!key) return { ok: false, error: `第${first}位监票人的公钥或其证明无效` }
      keys.push(key)
      product = group.multiply(product, key)
      entries.push({ kind, first, size: 1, threshold: 1 })
    } else if (kind === "Pedersen") {
      const read = readPedersen(group, value)
      if (!read.ok) return read
      keys.push(...read.value.keys)
      product = group.multiply(product, read.value.contribution)
      entries.push({ kind, first, size: read.value.keys.length, threshold: read.value.threshold })
    } else return { ok: false, error: `第${first}位监票人的类型不支持` }
  }
  if (group.same(product, group.identity))
    return { ok: false, error: "各监票人公钥之积是单位元，选票等于没有加密" }
  return ok({ keys, entries, electionKey: group.write(product) })
}
