import type { Out } from "#kit/web/call.ts"
import type { OrgNode } from "#modules/unions/screens/forms.ts"
import type { structure } from "../contract.ts"

export type Union = Out<typeof structure>["unions"][number]
type Words = (key: string, values?: Record<string, string | number>) => string

const people = (count: number) => [{ label: "", names: Array.from({ length: count }, () => "") }]

const departmentsOf = (u: Union): OrgNode[] =>
  u.departments.map((d) => ({
    id: `${u.id}/${d.name}`,
    kind: "department",
    name: d.name,
    groups: people(d.people),
  }))

const noteOf = (u: Union, t: Words) =>
  u.staff === undefined ? t("staff-none") : t("staff", { count: u.staff })

/** The university and its unions, with the departments where asked: numbers, no names. */
export const universityTree = (
  name: string,
  unions: readonly Union[],
  t: Words,
  parts: boolean,
): OrgNode => ({
  id: "university",
  kind: "university",
  name,
  children: unions.map((u) => ({
    id: u.id,
    kind: "union",
    name: u.name,
    note: noteOf(u, t),
    ...(parts ? { children: departmentsOf(u) } : {}),
  })),
})

/** 主席团+工作部门 of one union (2.1). */
export const unionTree = (u: Union, t: Words): OrgNode => ({
  id: u.id,
  kind: "union",
  name: u.name,
  note: noteOf(u, t),
  children: [
    {
      id: `${u.id}/presidium`,
      kind: "presidium",
      name: t("structure.presidium"),
      ...(u.presidium === undefined ? {} : { groups: people(u.presidium) }),
      children: departmentsOf(u),
    },
  ],
})
