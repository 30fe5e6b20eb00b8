import { type Refusal, refuse } from "@qiaoliang/basics"
import { postKindOf } from "#modules/unions/pure.ts"
import type { Department, Facts, Post, Student } from "#policy/vocabulary.ts"

type Kind = "presidium" | "head" | "member"

/** One change to a union, tried on a copy. Shape of `contract.ts` with the id of an added post given. */
export type Op =
  | { readonly op: "end-post"; readonly post: string }
  | {
      readonly op: "add-post"
      readonly id: string
      readonly number: string
      readonly name: string
      readonly kind: Kind
      readonly title: string
      readonly department: string | null
    }
  | {
      readonly op: "move-post"
      readonly post: string
      readonly kind: Kind
      readonly title: string
      readonly department: string | null
    }
  | { readonly op: "add-department"; readonly name: string }
  | { readonly op: "close-department"; readonly name: string }

/** What a draft was begun over: every post as `id|department|kind|title|number`, every department. */
export interface Base {
  readonly posts: readonly string[]
  readonly departments: readonly string[]
}

export const baseOf = (facts: Facts): Base => ({
  posts: (facts.posts ?? []).map(lineOf).toSorted(),
  departments: facts.departments.map((d) => d.name).toSorted(),
})

const lineOf = (p: Post): string =>
  [p.row.id, p.department ?? "", p.kind, p.title, p.row.studentId ?? p.name].join("|")

/** Whether the union is still as the draft found it. */
export const stillAt = (base: Base, facts: Facts): boolean =>
  JSON.stringify(base) === JSON.stringify(baseOf(facts))

export interface Tried {
  readonly facts: Facts
  /** Ops that could not be done, by their place in the list. */
  readonly faults: readonly { readonly index: number; readonly refusal: Refusal }[]
}

/** The facts as they would be. `students`: what the register says of the people added, by number. */
export const applyOps = (
  facts: Facts,
  ops: readonly Op[],
  students: ReadonlyMap<string, Student> = new Map(),
): Facts => tryOps(facts, ops, students).facts

/** Each op over what the ones before it left; one that cannot be done is left out and told. Pure. */
export function tryOps(facts: Facts, ops: readonly Op[], students: ReadonlyMap<string, Student>): Tried {
  let now = facts
  const faults: Tried["faults"][number][] = []
  for (const [index, op] of ops.entries()) {
    const refusal = faultOf(now, op)
    if (refusal) faults.push({ index, refusal })
    else now = { ...now, ...done(now, op, students) }
  }
  return { facts: now, faults }
}

const because = (code: Refusal["code"], text: string, more: Partial<Refusal> = {}): Refusal => {
  const refused = refuse(code, text, more)
  return refused.error
}

function faultOf({ posts, departments }: Facts, op: Op): Refusal | undefined {
  const there = (name: string) => departments.some((d) => d.name === name)
  const known = (id: string) => posts?.some((p) => p.row.id === id)
  if (op.op === "add-department")
    return there(op.name) ? because("invalid", `已有部门“${op.name}”`, { at: "name" }) : undefined
  if (op.op === "close-department") {
    if (!there(op.name)) return because("conflict", `没有部门“${op.name}”`)
    const inside = (posts ?? []).filter((p) => p.department === op.name).length
    return inside
      ? because("invalid", `“${op.name}”还有${inside}人，不能撤销`, {
          cure: "先把这些人调到其他部门或结束任职",
        })
      : undefined
  }
  if (op.op !== "add-post" && !known(op.post))
    return because("conflict", "名单中已没有这个岗位", { cure: "以现在的名单重新起草" })
  if (op.op === "end-post") return undefined
  if (op.department !== null && !there(op.department))
    return because("invalid", `没有部门“${op.department}”`, { at: "department", cure: "先增设这个部门" })
  const meant = postKindOf(op.title, op.department ?? undefined)
  if (meant !== "listed" && meant !== op.kind)
    return because("invalid", `职务“${op.title}”是${kindWords[meant]}，与所选的${kindWords[op.kind]}不符`, {
      at: "title",
    })
  const again =
    op.op === "add-post" && posts?.find((p) => (p.student?.studentId ?? p.row.studentId) === op.number)
  if (again)
    return because("invalid", `${again.name}已在名单中（${again.department ?? ""}${again.title}）`, {
      at: "number",
      cure: "用“调整”改变其岗位",
    })
  return undefined
}

const kindWords: Readonly<Record<Kind, string>> = {
  presidium: "主席团成员",
  head: "部门负责人",
  member: "部门成员",
}

function done({ posts, departments }: Facts, op: Op, students: ReadonlyMap<string, Student>): Partial<Facts> {
  const all = posts ?? []
  switch (op.op) {
    case "end-post":
      return { posts: all.filter((p) => p.row.id !== op.post) }
    case "add-post":
      return {
        posts: [
          ...all,
          {
            row: { id: op.id, name: op.name, studentId: op.number },
            name: op.name,
            student: students.get(op.number) ?? null,
            ...placeOf(op),
          },
        ],
      }
    case "move-post":
      return {
        posts: all.map((p) => {
          if (p.row.id !== op.post) return p
          const { department: _, ...rest } = p
          return { ...rest, ...placeOf(op) }
        }),
      }
    case "add-department":
      return { departments: [...departments, { name: op.name } satisfies Department] }
    case "close-department":
      return { departments: departments.filter((d) => d.name !== op.name) }
  }
}

/** A title outside the closed list makes a `listed` line, as an import would (3.9). */
const placeOf = ({ kind, title, department }: { kind: Kind; title: string; department: string | null }) => ({
  kind: postKindOf(title, department ?? undefined) === "listed" ? ("listed" as const) : kind,
  title,
  ...(department === null ? {} : { department }),
})
