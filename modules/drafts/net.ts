import type { Refusal } from "@qiaoliang/basics"
import type { Facts, Post } from "#policy/vocabulary.ts"

/** What has to be written for the difference between a union and its copy. */
export interface Net {
  readonly ended: readonly Post[]
  readonly moved: readonly { readonly from: Post; readonly to: Post }[]
  readonly added: readonly Post[]
  readonly departmentsAdded: readonly string[]
  readonly departmentsClosed: readonly string[]
}

const place = (p: Post) => [p.department ?? "", p.kind, p.title].join("|")

export function netOf(before: Facts, after: Facts): Net {
  const was = new Map((before.posts ?? []).map((p) => [p.row.id, p]))
  const is = new Map((after.posts ?? []).map((p) => [p.row.id, p]))
  const names = (f: Facts) => f.departments.map((d) => d.name)
  const moved: { from: Post; to: Post }[] = []
  for (const [id, to] of is) {
    const from = was.get(id)
    if (from && place(from) !== place(to)) moved.push({ from, to })
  }
  return {
    ended: [...was].filter(([id]) => !is.has(id)).map(([, p]) => p),
    moved,
    added: [...is].filter(([id]) => !was.has(id)).map(([, p]) => p),
    departmentsAdded: names(after).filter((n) => !names(before).includes(n)),
    departmentsClosed: names(before).filter((n) => !names(after).includes(n)),
  }
}

export const isNothing = (net: Net): boolean =>
  !net.ended.length &&
  !net.moved.length &&
  !net.added.length &&
  !net.departmentsAdded.length &&
  !net.departmentsClosed.length

/** Why it may not be written as it is. `own`: the number of the one who would apply it. */
export function obstaclesTo(net: Net, own: string): Refusal[] {
  const opened = [...net.added, ...net.moved.map((m) => m.to)]
  const touched = [...opened, ...net.ended]
  const out: Refusal[] = []
  for (const p of opened.filter((o) => o.kind === "listed"))
    out.push({
      code: "invalid",
      because: `${p.name}：除主席团和工作部门成员外，不得设“${p.title}”等职务`,
      clause: "3.9",
      cure: "改为主席团成员、部门负责人或部门成员的职务",
    })
  for (const p of opened.filter((o) => o.kind === "presidium"))
    out.push({
      code: "invalid",
      because: `${p.name}不能由调整方案进入主席团：主席团由代表大会选举产生`,
      clause: "5.1",
      cure: "办理选举，或导入写明日期的名单",
    })
  for (const p of touched.filter((o) => own !== "" && numberOf(o) === own))
    out.push({
      code: "not-allowed",
      because: `方案涉及${p.name}本人，不能由本人施行`,
      cure: "由另一位有权办理的人施行",
    })
  return out
}

export const numberOf = (p: Post): string | null => p.student?.studentId ?? p.row.studentId ?? null
