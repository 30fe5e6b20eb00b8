import { chineseDay } from "@qiaoliang/basics"
import { fewest, hideSmall } from "#kit/server/small-numbers.ts"
import { changes } from "./changes.ts"
import type { ForReader } from "./finding.ts"
import type { Content } from "./notice.ts"
import type { Count } from "./reach-store.ts"
import type { Passing, Reminding } from "./store.ts"

/** A version as paragraphs, so that everything a reader would miss shows as changed. */
export const plain = (c: Pick<Content, "title" | "text" | "files" | "dueOn">): string =>
  [
    c.title,
    c.text,
    ...c.files.map((f) => `附件：${f.name}`),
    ...(c.dueOn ? [`截止日期：${chineseDay(c.dueOn)}`] : []),
  ].join("\n")

export const changed = (before: Content, after: Content) => changes(plain(before), plain(after))

export const presentPassing = (p: Passing | undefined, live: number | null) =>
  p
    ? {
        onDay: p.onDay,
        how: p.how,
        note: p.note,
        by: p.capacity || p.byName,
        current: p.version === live,
      }
    : null

/** Counts of so few that they would tell of single people are left out; delivered is the register's own number. */
const shown = (c: Count, hide: boolean) => ({
  faculty: c.faculty,
  className: c.className,
  classless: c.classless,
  delivered: c.delivered,
  opened: hide ? null : c.opened,
  confirmed: hide ? null : c.confirmed,
  median: hide || c.opened < fewest ? null : c.median,
})

/** Which rows show no counts: by how many the notice was delivered to, and so that none can be worked out from the sum. */
const fewIn = (of: readonly Count[]): readonly boolean[] =>
  hideSmall(of.map((c) => ({ name: "", people: c.delivered }))).map((c) => c.people === null)

/** By faculty, by class of one of them, and the whole. */
export function presentCounts(counts: readonly Count[], faculty: string | null) {
  const total = counts.find((c) => c.faculty === null)
  const faculties = counts.filter((c) => c.faculty !== null && c.className === null && !c.classless)
  const few = fewIn(faculties)
  const closed = faculties.some((c, at) => c.faculty === faculty && few[at])
  const classes = counts.filter(
    (c) => c.faculty === faculty && faculty !== null && (c.className !== null || c.classless),
  )
  const fewClasses = fewIn(classes)
  return {
    total: total ? shown(total, total.delivered < fewest) : null,
    faculties: faculties.map((c, at) => shown(c, few[at]!)),
    classes: classes.map((c, at) => shown(c, closed || fewClasses[at]!)),
  }
}

/** White-list of a reader's line: what was published, and what the reader did with it. */
export const presentLine = (
  n: ForReader,
  reminded: readonly Reminding[],
  classOf: ReaderPlace | undefined,
) => ({
  id: n.id,
  kind: n.kind,
  title: n.title,
  sender: n.sender,
  publishedOn: n.publishedOn!,
  correctedOn: n.correctedOn,
  withdrawn: n.withdrawnOn ? { on: n.withdrawnOn, because: n.withdrawnBecause ?? "" } : null,
  dueOn: n.dueOn,
  mine: n.mine ? presentMine(n, reminded, classOf) : null,
})

interface ReaderPlace {
  readonly faculty: string
  readonly className: string | null
}

export function presentMine(n: ForReader, reminded: readonly Reminding[], place: ReaderPlace | undefined) {
  const confirm = !n.confirm ? "not-asked" : n.confirmed === n.live ? "done" : "waiting"
  const waits = n.openedAt === null || confirm === "waiting"
  const last = reminded.findLast(
    (r) =>
      r.noticeId === n.id &&
      r.whom === "readers" &&
      (r.faculty === "" || r.faculty === place?.faculty) &&
      (r.className === "" || r.className === place?.className),
  )
  return {
    unread: n.openedAt === null,
    corrected: n.seen !== null && n.live !== null && n.seen < n.live,
    confirm,
    remindedOn: waits && last ? last.onDay : null,
  } as const
}
