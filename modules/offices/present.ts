import { addDays } from "@qiaoliang/basics"
import { isFullTime } from "./office.ts"
import type { HolderRow } from "./store.ts"

/** Columns of a holder that office-holders may see; change ids stay inside. */
export const presentHolder = (h: HolderRow) => {
  const fullTime = isFullTime(h)
  return {
    id: h.id,
    number: h.number,
    name: h.name,
    post: h.post,
    title: h.title,
    ...(h.unionId ? { union: h.unionId } : {}),
    from: h.validFrom,
    ...(h.validTo ? { to: addDays(h.validTo, -1) } : {}),
    designated: h.designated,
    ...(fullTime === null ? {} : { fullTime }),
    basis: h.basis,
    ...(h.source ? { source: h.source } : {}),
  }
}
