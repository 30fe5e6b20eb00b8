import type { In, Out } from "#kit/web/call.ts"
import type { draftsChange, draftsOne } from "../contract.ts"

export type Draft = Out<typeof draftsOne>
export type Op = NonNullable<In<typeof draftsChange>["ops"]>[number]
export type Post = Draft["posts"][number]

/** Where a person is to stand. */
export interface Place {
  readonly kind: "presidium" | "head" | "member"
  readonly title: string
  readonly department: string | null
}

const about = (op: Op, post: string): boolean =>
  ((op.op === "end-post" || op.op === "move-post") && op.post === post) ||
  (op.op === "add-post" && op.id === post)

/** The list without what it does to one post. */
export const without = (ops: readonly Op[], post: string): Op[] => ops.filter((o) => !about(o, post))

export const ending = (ops: readonly Op[], post: string): Op[] => [
  ...without(ops, post),
  { op: "end-post", post },
]

/** A person moved: an added one is added elsewhere instead. */
export function moving(ops: readonly Op[], post: string, to: Place): Op[] {
  const added = ops.find((o) => o.op === "add-post" && o.id === post)
  return added
    ? ops.map((o) => (o === added ? { ...added, ...to } : o))
    : [...without(ops, post), { op: "move-post", post, ...to }]
}

/** A department opened in this draft is opened no more; one closed stays. */
export const withoutDepartment = (ops: readonly Op[], name: string): Op[] =>
  ops.filter((o) => !((o.op === "add-department" || o.op === "close-department") && o.name === name))

/** Titles as the Opinions allow them (3.9), to choose from. */
export const usualTitles: Readonly<Record<Place["kind"], readonly string[]>> = {
  presidium: ["执行主席", "主席团成员"],
  head: ["部长", "副部长"],
  member: ["干事"],
}
