import type { Out } from "#kit/web/call.ts"
import type { findingsList } from "#modules/findings/contract.ts"
import type { OrgNode } from "../chart.ts"
import type { unionsOne, unionsStructure } from "../contract.ts"

export type Findings = Out<typeof findingsList>["items"]
type Words = (key: string, values?: Record<string, string | number>) => string

/**
 * Findings where they belong: at the department they are about, else at the union. Chinese fonts draw the
 * narrow dot of 第三条·4 full width; the wide one is measured as it is drawn.
 */
const marks = (findings: Findings) =>
  findings.map((f) => ({ clause: f.label.replace("·", "・"), verdict: f.verdict }))

const nobody = (people: number): string[] => Array.from({ length: people }, () => "")

/** University → unions → departments, with numbers of people. */
export function universityTree(
  { university, unions }: Out<typeof unionsStructure>,
  findings: Findings,
  t: Words,
  options: { parts: boolean },
): OrgNode {
  return {
    id: "university",
    kind: "university",
    name: university,
    children: unions
      .toSorted((a, b) => Number(a.level === "faculty") - Number(b.level === "faculty"))
      .map((u) => {
        const here = findings.filter((f) => f.unionId === u.id)
        const inParts = options.parts ? here.filter((f) => u.parts.some((p) => p.name === f.subject)) : []
        return {
          id: u.id,
          kind: "union" as const,
          name: u.name,
          note: t("structure.numbers", {
            staff: u.staff,
            presidium: u.presidium,
            departments: u.departments,
          }),
          findings: marks(here.filter((f) => !inParts.includes(f))),
          ...(options.parts
            ? {
                children: u.parts.map((p) => ({
                  id: `${u.id}/${p.name}`,
                  kind: "department" as const,
                  name: p.name,
                  groups: [{ label: "", names: nobody(p.people) }],
                  findings: marks(inParts.filter((f) => f.subject === p.name)),
                })),
              }
            : {}),
        }
      }),
  }
}

/** A union → presidium and departments → people. */
export function unionTree(
  { union, presidium, departments, other }: Out<typeof unionsOne>,
  findings: Findings,
  t: Words,
): OrgNode {
  const names = (posts: readonly { name: string; kind: string }[], ...kinds: string[]) =>
    posts.filter((p) => kinds.length === 0 || kinds.includes(p.kind)).map((p) => p.name)
  const known = new Set(departments.map((d) => d.name))
  return {
    id: union.id,
    kind: "union",
    name: union.name,
    findings: marks(findings.filter((f) => !(f.subject && known.has(f.subject)))),
    children: [
      {
        id: `${union.id}/presidium`,
        kind: "presidium",
        name: t("one.presidium"),
        groups: [{ label: "", names: names(presidium) }],
        children: [
          ...departments.map((d) => ({
            id: `${union.id}/${d.name}`,
            kind: "department" as const,
            name: d.name,
            groups: [
              { label: t("structure.heads"), names: names(d.posts, "head") },
              { label: t("structure.members"), names: names(d.posts, "member", "listed") },
            ],
            findings: marks(findings.filter((f) => f.subject === d.name)),
          })),
          ...(other.length
            ? [
                {
                  id: `${union.id}/other`,
                  kind: "department" as const,
                  name: t("one.other"),
                  groups: [{ label: "", names: names(other) }],
                },
              ]
            : []),
        ],
      },
    ],
  }
}
