import type { OrgNode } from "#modules/unions/pure.ts"
import type { Post } from "#policy/vocabulary.ts"
import type { UnionFacts } from "./input.ts"

/** A union as a chart: the presidium and under it the departments (2.1), findings where they belong. */
export function unionTree(union: UnionFacts): OrgNode {
  const names = (posts: readonly Post[]) => posts.map((p) => p.name)
  const posts = union.posts ?? []
  const found = (subject: string | null) =>
    union.findings
      .filter((f) =>
        subject === null ? !union.departments.some((d) => d.name === f.subject) : f.subject === subject,
      )
      .map(({ clause, verdict }) => ({ clause, verdict }))
  const departments: OrgNode[] = union.departments.map((d) => {
    const inside = posts.filter((p) => p.department === d.name)
    const groups = [
      { label: "负责人", names: names(inside.filter((p) => p.kind === "head")) },
      { label: "成员", names: names(inside.filter((p) => p.kind === "member")) },
      { label: "其他", names: names(inside.filter((p) => p.kind === "listed")) },
    ].filter((g) => g.names.length > 0)
    return {
      id: `${union.id}/${d.name}`,
      kind: "department",
      name: d.name,
      ...(union.posts ? { groups } : {}),
      findings: found(d.name),
    }
  })
  const presidium: OrgNode = {
    id: `${union.id}/主席团`,
    kind: "presidium",
    name: "主席团",
    ...(union.posts
      ? { groups: [{ label: "", names: names(posts.filter((p) => p.kind === "presidium")) }] }
      : {}),
  }
  return {
    id: union.id,
    kind: "union",
    name: union.name,
    ...(union.posts ? {} : { note: "尚无名册" }),
    findings: found(null),
    children: [{ ...presidium, children: departments }],
  }
}
