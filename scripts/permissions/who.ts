import type { Case } from "#kit/server/samples.ts"
import type { Served } from "#kit/server/verbs.ts"
import { answer, asSelf, type Holder, holders, isAllowed } from "./ask.ts"
import { administrator, type Group, groups, stranger, student } from "./cast.ts"

/** Which of these people may, office by office, as short as it can be said: `学校团委（干事除外）`. */
export function named(may: (h: Holder) => boolean): string {
  const yes = new Set(holders.filter(may).map((h) => h.actor))
  if (yes.size === 0) return ""
  if (yes.size === holders.length) return "全部任职人员"
  const said = groups.map((group) => ({ group, posts: postsOf(group, yes) }))
  return [...Map.groupBy(said, ({ group }) => (group.university ? "university" : group.family)).values()]
    .flatMap(together)
    .join("、")
}

type Said = { readonly group: Group; readonly posts: string | undefined }

/** Offices of one kind whose posts are alike are named once. */
function together(family: readonly Said[]): string[] {
  const [first] = family
  const alike = first?.posts !== undefined && family.every((s) => s.posts === first.posts)
  if (first && alike && family.length > 1 && (!first.group.university || !first.posts.includes("、")))
    return [`${first.group.university ? "校级各组织和部门" : first.group.all}${first.posts}`]
  return family.flatMap(({ group, posts }) => (posts === undefined ? [] : [`${group.name}${posts}`]))
}

function postsOf({ members }: Group, yes: ReadonlySet<unknown>): string | undefined {
  const held = members.filter((m) => yes.has(m.actor))
  if (held.length === 0) return undefined
  if (held.length === members.length) return ""
  if (
    held.length > 1 &&
    held.length === members.filter((m) => !m.clerk).length &&
    held.every((m) => !m.clerk)
  )
    return "（干事除外）"
  return `（${held.map((m) => m.title).join("、")}）`
}

/** Everybody who may, other than the person concerned. */
export function whoMay(served: Served, c: Case): string {
  const may = (h: Pick<Holder, "actor">) => isAllowed(answer(served, c, h.actor))
  const everybody = holders.every(may) && may({ actor: student })
  if (everybody) return may({ actor: stranger }) ? "所有人" : "登录的所有人"
  const said = [named(may), may({ actor: student }) ? "无职务的学生" : ""].filter(Boolean)
  return said.join("、") || "—"
}

/** What the person concerned may: with no post, and with each post that would otherwise be enough. */
export function whatSelfMay(served: Served, c: Case): string {
  if (c.self === undefined) return "—"
  const may = (actor: Holder["actor"]) => isAllowed(answer(served, c, actor))
  if (may(asSelf(student))) return `${c.self}可以`
  const differs = holders.some((h) => may(h.actor) !== may(asSelf(h.actor)))
  if (!differs && holders.some((h) => may(h.actor))) return `${c.self}任上述职务的可以`
  const admin = may(asSelf(administrator)) ? ["系统管理员"] : []
  const left = [named((h) => may(asSelf(h.actor))), ...admin].filter(Boolean).join("、")
  return left ? `${c.self}可以，须任职于${left}` : `${c.self}不得办理，不论任何职务`
}

/** As what those act who may: for their office, or anybody for themselves. */
export function actingAs(served: Served, c: Case): string {
  if (served.contract.kind === "query") return "查看"
  const permissions = holders.map((h) => answer(served, c, h.actor)).filter(isAllowed)
  if (permissions.length > 0 && permissions.every((p) => p.as)) return "办理，以职务"
  return permissions.length === holders.length ? "办理，以个人" : "办理"
}

/** What those are told who may not, with the clause: each sentence once. */
export function refusals(served: Served, c: Case): string {
  const told = [...holders.map((h) => h.actor), student].flatMap((actor) => {
    const permission = answer(served, c, actor)
    if (isAllowed(permission)) return []
    const { because, clause } = permission.refusal
    return [clause ? `${because}（${clause}）` : because]
  })
  return [...new Set(told)].join("；") || "—"
}
