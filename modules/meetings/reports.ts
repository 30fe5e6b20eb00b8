import type { Tx } from "#kit/server/db.ts"
import { type Course, courseById, coursesOf } from "#modules/courses/index.ts"
import type { ResolutionRow } from "./store.ts"

/** The procedure of the prior report to the League committee (7.4), by its id. */
export const priorReport = "approvals.prior-report"

/** The report on a resolution's matter: the one linked, else one about its agenda item; the furthest along. */
export async function reportOf(
  tx: Tx,
  of: Pick<ResolutionRow, "itemId" | "priorReport">,
): Promise<Course | undefined> {
  const linked = of.priorReport ? await courseById(tx, of.priorReport) : undefined
  if (linked) return linked
  const about = await coursesOf(tx, [priorReport], [of.itemId])
  return about.find((c) => c.state.status === "passed") ?? about.findLast((c) => c.state.status === "open")
}

/** Where a report on an agenda item is made. */
export const reportHref = (item: { readonly id: string; readonly title: string }): string =>
  `/office/requests/new?${new URLSearchParams({ kind: "prior-report", title: item.title, for: item.id })}`
