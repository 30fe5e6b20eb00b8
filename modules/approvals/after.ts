import type { Tx } from "#kit/server/db.ts"
import { returnsOf, spendingOf, spentIn, summaryOf } from "./after-store.ts"
import type { Values } from "./field.ts"
import { goodsOf } from "./goods.ts"
import { label } from "./present.ts"
import type { RequestRow } from "./store.ts"

/** The part of a request that begins with its approval: money, goods, the summary. */

export async function moneyOf(tx: Tx, r: RequestRow) {
  if (r.kind !== "funds") return null
  const entries = await spendingOf(tx, [r.id])
  const approved = r.amount ?? 0
  const spent = spentIn(entries)
  return {
    approved,
    spent,
    remainder: approved - spent,
    entries: entries.map((e) => ({
      id: e.id,
      what: e.what,
      amount: e.amount,
      on: e.onDay,
      by: e.byName,
      receipt: e.fileId ? { id: e.fileId, name: e.receipt ?? "" } : null,
      struck: e.struck,
      strikes: e.strikes !== null,
    })),
  }
}

export async function goodsOfRequest(tx: Tx, r: RequestRow, fields: Values) {
  if (r.kind !== "funds" || fields.returnable !== true) return null
  const returns = await returnsOf(tx, r.id)
  return {
    returnOn: String(fields.returnOn),
    items: goodsOf(fields, returns),
    returns: returns.map(({ item, count, condition, onDay, byName }) => ({
      item,
      count,
      condition,
      on: onDay,
      by: byName,
    })),
  }
}

export async function summaryOfRequest(tx: Tx, r: RequestRow) {
  const s = await summaryOf(tx, r.id)
  if (!s) return null
  return {
    heldOn: s.heldOn,
    text: s.text,
    participants: s.participants,
    reach: s.reach,
    files: s.files.map(label),
    on: s.onDay,
    by: s.byName,
    late: r.summaryDue !== null && s.onDay > r.summaryDue,
  }
}
