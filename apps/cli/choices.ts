import { atLeast, atLeastShare, atMost, atMostShare, between, type Limit, stricter } from "@qiaoliang/clause"
import { InvalidArgumentError } from "commander"
import { isClause, ruleOf } from "#policy/index.ts"

const specOf = (clause: string) => {
  if (!isClause(clause)) throw new InvalidArgumentError(`《意见》没有第 ${clause} 条`)
  return ruleOf(clause)?.spec
}

/** A reading's key, one that the clause knows. */
export function readingOf(clause: string, key: string): string {
  const readings = specOf(clause)?.readings
  if (!readings) throw new InvalidArgumentError(`第 ${clause} 条没有可选的读法`)
  if (Object.hasOwn(readings, key)) return key
  const known = Object.entries(readings).map(([k, { label }]) => `${k}（${label}）`)
  throw new InvalidArgumentError(`第 ${clause} 条的读法只有：${known.join("、")}`)
}

/** A local limit, no looser than the Opinions' (11.2). */
export function localLimit(clause: string, text: string): Limit {
  const spec = specOf(clause)
  const own = spec && "limit" in spec ? spec.limit : undefined
  if (!own) throw new InvalidArgumentError(`第 ${clause} 条没有可以从严的数`)
  const limit = parse(text, own)
  if (!limit) throw new InvalidArgumentError(`“${text}”不是这一条的限度，请写成 4、≤4、≥2、20-28 或 60%`)
  const local = stricter(own, limit)
  if (local.ok) return local.value
  const { because, clause: by, cure } = local.error
  throw new InvalidArgumentError([because, by && `依据第 ${by} 条不予采用`, cure].filter(Boolean).join("；"))
}

/** A number alone bounds the side the clause bounds: the upper one where it bounds both. */
function parse(text: string, own: Limit): Limit | undefined {
  const share = /^(?:≥|>=|≤|<=)?(\d{1,3})%$/.exec(text)
  if (share && own.kind === "share")
    return own.atLeast ? atLeastShare(Number(share[1]), 100) : atMostShare(Number(share[1]), 100)
  const range = /^(\d{1,6})\s*[-—–~至]\s*(\d{1,6})$/.exec(text)
  if (range) return between(Number(range[1]), Number(range[2]))
  const bound = /^(≤|<=|≥|>=)?(\d{1,6})$/.exec(text)
  if (!bound || own.kind !== "count") return undefined
  const value = Number(bound[2])
  if (bound[1] === "≥" || bound[1] === ">=") return atLeast(value)
  return bound[1] === undefined && own.max === undefined ? atLeast(value) : atMost(value)
}
