import type { Day } from "@qiaoliang/basics"
import type { UnionLabel } from "./gather.ts"
import type { Head, VersionLabel } from "./store.ts"

/** Whether the public may read it today. */
export const visible = (head: Pick<Head, "publishedVersion" | "downOn">, today: Day): boolean =>
  head.publishedVersion !== null && (head.downOn === null || today < head.downOn)

export function presentHead(head: Head, union: UnionLabel, version: VersionLabel | undefined, today: Day) {
  const gone = head.publishedVersion !== null && !visible(head, today)
  return {
    id: head.id,
    unionId: head.unionId,
    union: union.name,
    level: union.level,
    kind: union.kind,
    schoolYear: head.schoolYear,
    state: head.state === "published" && gone ? ("taken-down" as const) : head.state,
    version: head.version,
    madeAt: (version?.madeAt ?? head.createdAt).toISOString(),
    published:
      head.publishedVersion === null
        ? null
        : {
            version: head.publishedVersion,
            at: head.publishedAt?.toISOString() ?? "",
            downOn: head.downOn,
          },
  }
}
