import { type Day, dayOf } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { visible } from "./present.ts"
import { publishedHeads } from "./store.ts"

/** What the public site may list on a day, newest first. */
export async function publishedToday(tx: Tx, today: Day) {
  const heads = await publishedHeads(tx)
  return heads
    .filter((h) => visible(h, today))
    .map((h) => ({
      id: h.id,
      title: h.content.title,
      union: h.content.union.name,
      level: h.content.union.level,
      kind: h.content.union.kind,
      schoolYear: `${h.schoolYear}—${h.schoolYear + 1}`,
      publishedOn: dayOf(h.publishedAt ?? h.createdAt),
      href: `/disclosures/${h.id}`,
    }))
}
