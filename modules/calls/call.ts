import { type Day, newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { UnionKind, UnionLevel } from "#policy/vocabulary.ts"

/** The four kinds of post people come into by article 5; which a call may ask for follows from its union's level. */
export type PostKind = "school-presidium" | "school-member" | "faculty-presidium" | "faculty-staff"

export const kindsAt: Readonly<Record<UnionLevel, readonly PostKind[]>> = {
  school: ["school-presidium", "school-member"],
  faculty: ["faculty-presidium", "faculty-staff"],
}

export const postName: Readonly<Record<PostKind, string>> = {
  "school-presidium": "主席团候选人",
  "school-member": "工作部门成员",
  "faculty-presidium": "主席团候选人",
  "faculty-staff": "工作人员",
}

export interface CallPost {
  readonly id: string
  readonly kind: PostKind
  readonly department: string | null
  readonly number: number
}

/** What everybody reads. */
export interface Content {
  readonly title: string
  readonly text: string
  readonly contact: string
  readonly opensOn: Day
  /** The last day one can apply. */
  readonly closesOn: Day
  readonly posts: readonly CallPost[]
}

export type CallStatus = "draft" | "upcoming" | "open" | "closed" | "cancelled"

/** A call as it stands on a day. */
export interface Call extends Content {
  readonly id: string
  readonly unionId: string
  readonly unionName: string
  readonly level: UnionLevel
  readonly kind: UnionKind
  readonly faculty: string | null
  readonly status: CallStatus
  readonly publishedOn: Day | null
  readonly closedOn: Day | null
  readonly endedBecause: string | null
}

export function statusOn(
  c: { state: "draft" | "published" | "cancelled"; opensOn: Day; closesOn: Day; closedOn: Day | null },
  day: Day,
): CallStatus {
  if (c.state !== "published") return c.state
  if (c.closedOn !== null || day > c.closesOn) return "closed"
  return day < c.opensOn ? "upcoming" : "open"
}

export const labelOf = (post: Pick<CallPost, "kind" | "department">): string =>
  `${post.department ?? ""}${postName[post.kind]}`

/** What comes from the editor; a post already published keeps its id. */
export interface Wanted extends Omit<Content, "posts"> {
  readonly posts: readonly (Omit<CallPost, "id"> & { readonly id?: string | undefined })[]
}

/** The content as it will be kept, or what is wrong with it. `departments`: of the union, empty where none are known. */
export function contentOf(
  wanted: Wanted,
  union: { readonly level: UnionLevel; readonly name: string },
  departments: readonly string[],
  make: () => string = newId,
): Result<Content, Refusal> {
  if (wanted.closesOn < wanted.opensOn)
    return refuse("invalid", "截止日期早于开始日期", { at: "closesOn", cure: "改为开始日期或以后的日期" })
  const seen = new Set<string>()
  for (const { kind, department } of wanted.posts) {
    if (!kindsAt[union.level].includes(kind))
      return refuse("against-clause", `${union.name}没有“${postName[kind]}”这一岗位`, {
        clause: union.level === "school" ? "5.4" : "5.5",
        at: "posts",
      })
    if (kind === "school-member" && !department)
      return refuse("invalid", "工作部门成员须写明部门", { at: "posts", cure: "选择一个工作部门" })
    if (department && departments.length > 0 && !departments.includes(department))
      return refuse("invalid", `${union.name}没有“${department}”`, {
        at: "posts",
        cure: "选择本会现有的部门",
      })
    const key = `${kind}/${department ?? ""}`
    if (seen.has(key))
      return refuse("invalid", `“${department ?? ""}${postName[kind]}”列了两次`, {
        at: "posts",
        cure: "合并为一行，写明总人数",
      })
    seen.add(key)
  }
  const posts = wanted.posts.map((p) => ({
    id: p.id ?? make(),
    kind: p.kind,
    department: p.kind.endsWith("presidium") ? null : p.department,
    number: p.number,
  }))
  const { title, text, contact, opensOn, closesOn } = wanted
  return ok({ title, text, contact, opensOn, closesOn, posts })
}

/** The content is put right while people may be applying: what they applied for stays, days gone by stay. */
export function correction(
  before: Content,
  after: Content,
  applied: ReadonlySet<string>,
  status: CallStatus,
  today: Day,
): Result<Content, Refusal> {
  for (const post of before.posts) {
    const now = after.posts.find((p) => p.id === post.id)
    const same = now && now.kind === post.kind && now.department === post.department
    if (applied.has(post.id) && !same)
      return refuse("conflict", `已有人报名“${labelOf(post)}”，不能删去或改为其他岗位`, {
        clause: "4.4",
        cure: "保留这一岗位；可以增加新的岗位",
        at: "posts",
      })
  }
  if (status === "open" && after.opensOn !== before.opensOn)
    return refuse("conflict", "报名已经开始，开始日期不能再改", { at: "opensOn" })
  if (after.opensOn !== before.opensOn && after.opensOn < today)
    return refuse("invalid", "开始日期不能早于今天", { at: "opensOn" })
  if (after.closesOn < today)
    return refuse("invalid", "截止日期不能早于今天", {
      at: "closesOn",
      cure: "要立即停止报名，请用“提前截止”",
    })
  return ok(after)
}
