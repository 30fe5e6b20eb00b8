import {
  checkCert,
  checkDeal,
  checkTrusteeKey,
  type Group,
  readTrustees,
  thresholdTrustees,
  writeTrustees,
} from "@qiaoliang/ballot"
import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Election } from "./election.ts"

type MessageKind = "key" | "cert" | "deal" | "output" | "blame"

interface Message {
  readonly trustee: number
  readonly kind: MessageKind
  readonly body: string
}

/** What was posted, by trustee in the order of the index. */
export interface Posted {
  readonly keys: readonly (string | null)[]
  readonly certs: readonly (string | null)[]
  readonly deals: readonly (string | null)[]
  readonly outputs: readonly (string | null)[]
  readonly blames: readonly { readonly by: number; readonly of: number }[]
}

type Of = Pick<Election, "trustees" | "trust">

export function postedBy({ trustees }: Pick<Of, "trustees">, messages: readonly Message[]): Posted {
  const of = (kind: MessageKind) =>
    trustees.map((t) => messages.find((m) => m.trustee === t.index && m.kind === kind)?.body ?? null)
  return {
    keys: of("key"),
    certs: of("cert"),
    deals: of("deal"),
    outputs: of("output"),
    blames: messages
      .filter((m) => m.kind === "blame")
      .map((m) => ({ by: m.trustee, of: (JSON.parse(m.body) as { blame: number }).blame })),
  }
}

/** All of a round, or null while one is missing. */
const whole = (round: readonly (string | null)[]): readonly string[] | null =>
  round.every((text) => text !== null) ? (round as readonly string[]) : null

/** What a trustee does next; `wait` for the others. */
export type Next = "key" | "cert" | "deal" | "output" | "wait" | "blamed" | "done"

export function nextOf({ trust }: Of, posted: Posted, index: number): Next {
  if (posted.blames.length > 0) return "blamed"
  const has = (round: readonly (string | null)[]) => round[index - 1] != null
  if (trust.kind === "mandatory") return has(posted.keys) ? "done" : "key"
  if (!has(posted.certs)) return "cert"
  if (!whole(posted.certs)) return "wait"
  if (!has(posted.deals)) return "deal"
  if (!whole(posted.deals)) return "wait"
  return has(posted.outputs) ? "done" : "output"
}

/** trustees.json once every trustee is done; null before. */
export function trusteesText(group: Group, { trust }: Of, posted: Posted): string | null {
  if (posted.blames.length > 0) return null
  if (trust.kind === "mandatory") {
    const keys = whole(posted.keys)
    return keys && writeTrustees(keys)
  }
  const [certs, deals, outputs] = [whole(posted.certs), whole(posted.deals), whole(posted.outputs)]
  return certs && deals && outputs
    ? writeTrustees([thresholdTrustees(group, trust, certs, deals, outputs)])
    : null
}

/** Whether a message may stand: its turn, its shape, every proof and signature in it. */
export function fits(group: Group, of: Of, posted: Posted, m: Message): Result<void, Refusal> {
  const { trust, trustees } = of
  const due = nextOf(of, posted, m.trustee)
  const blaming = m.kind === "blame" && due === "output"
  if (m.kind !== due && !blaming)
    return refuse("conflict", due === "wait" ? "还要等其他监票人" : "现在不该提交这一步", {
      cure: "刷新页面，按页面提示的步骤办理",
    })
  const context = { index: m.trustee, threshold: trust.threshold, size: trustees.length }
  const certs = whole(posted.certs) ?? []
  const wrong = (because: string) =>
    refuse("invalid", because, { at: "body", cure: "请在本人设备上重新生成后再提交" })
  switch (m.kind) {
    case "key":
      return checkTrusteeKey(group, m.body) ? ok(undefined) : wrong("公钥或其证明无效")
    case "cert":
      return checkCert(group, m.body, context) ? ok(undefined) : wrong("门限证书或其签名无效")
    case "deal":
      return checkDeal(group, context, certs, m.body) ? ok(undefined) : wrong("分发的密钥份额或其签名无效")
    case "output":
      return outputFits(group, of, posted, m)
    case "blame":
      return isBlame(m.body, trustees.length) ? ok(undefined) : wrong("没有写明哪一位监票人的份额有误")
  }
}

/**
 * A verification key is what the dealers' commitments give for this trustee's number: any false one is refused
 * by itself, so that the last to post is not held up by another's.
 */
function outputFits(group: Group, { trust }: Of, posted: Posted, m: Message): Result<void, Refusal> {
  const wrong = refuse("invalid", "验证公钥与各监票人分发的份额不符", { at: "body" })
  const expected = keyFrom(group, whole(posted.deals) ?? [], m.trustee)
  try {
    const { public_key: key } = JSON.parse(m.body) as { public_key?: unknown }
    if (typeof key !== "string" || key !== expected) return wrong
    const outputs = posted.outputs.map((text, i) => (i === m.trustee - 1 ? m.body : text))
    const certs = whole(posted.certs)
    const deals = whole(posted.deals)
    const all = whole(outputs)
    if (certs && deals && all)
      return readTrustees(group, writeTrustees([thresholdTrustees(group, trust, certs, deals, all)])).ok
        ? ok(undefined)
        : wrong
    const { pok, public_key } = JSON.parse(m.body) as { pok: unknown; public_key: string }
    return checkTrusteeKey(group, JSON.stringify({ pok, public_key })) ? ok(undefined) : wrong
  } catch {
    return wrong
  }
}

/** Π over dealers of Π coefexps[k]^(index^k); null where a deal is none. */
function keyFrom(group: Group, deals: readonly string[], index: number): string | null {
  let product = group.identity
  for (const deal of deals) {
    const signed = (JSON.parse(deal) as { coefexps: { message: string } }).coefexps
    const { coefexps } = JSON.parse(signed.message) as { coefexps: string[] }
    for (const [k, text] of coefexps.entries()) {
      const point = group.parse(text)
      if (!point) return null
      product = group.multiply(product, group.power(point, BigInt(index) ** BigInt(k) % group.q))
    }
  }
  return group.write(product)
}

function isBlame(body: string, size: number): boolean {
  const index = /^\{"blame":([1-9]\d?)\}$/.exec(body)?.[1]
  return index !== undefined && Number(index) <= size
}
