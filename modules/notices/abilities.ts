import {
  type Actor,
  allowed,
  type Capacity,
  inCapacity,
  mayAs,
  onlyFor,
  type Permission,
} from "#kit/server/actor.ts"
import {
  leadsUnion,
  namingOf,
  type OfUnion,
  reachesExtent,
  sightOf,
  targetsOf,
  type Within,
  within,
} from "./sight.ts"
import type { Notice } from "./store.ts"

/** Offices that speak to students; a clerk drafts, and another reviews (10.4). */
const offices: readonly string[] = ["school-league", "student-affairs", "publicity", "faculty-league"]

export const speaks = (c: Capacity): boolean =>
  c.office === "union" ? leadsUnion(c) : offices.includes(c.office)

type Spoken = Pick<Notice, "office" | "place">

const speakers =
  "学校团委、党委学生工作部、党委宣传部、学院（系）团组织，或学生会主席团成员、部门负责人、秘书长"

/** Writing: in the name of an office or a union one holds a post in. */
export const mayWrite = (actor: Actor, { sender }: { readonly sender: Spoken | undefined }): Permission =>
  mayAs(
    actor,
    speakers,
    (c) => speaks(c) && (!sender || (c.office === sender.office && c.scope.id === sender.place)),
    "1.2",
  )

export const mayKeep = (actor: Actor, { notice }: { readonly notice: Spoken }): Permission =>
  mayAs(
    actor,
    "拟发这一通知的组织",
    (c) => speaks(c) && c.office === notice.office && c.scope.id === notice.place,
    "1.2",
  )

/** Taking back what was published: those who decide for the sender, or who guide and head the League committee. */
export const mayWithdraw = (actor: Actor, { notice }: { readonly notice: Spoken }): Permission =>
  mayAs(
    actor,
    "发布通知的组织的负责人，或校团委书记、专职副书记",
    (c) =>
      (c.office === "school-league" && (c.designated === true || c.post === "head")) ||
      (c.office === notice.office &&
        c.scope.id === notice.place &&
        (c.office === "union" ? c.post === "presidium" || c.post === "secretary" : c.post !== "clerk")),
    "10.4",
  )

export interface Seen {
  readonly notice: Notice
  /** The unions the person holds a post in. */
  readonly unions: readonly OfUnion[]
  /** Takes, took or will take part in its review. */
  readonly chain: boolean
}

/** A notice at a desk: its sender, its reviewers, and once published those it is passed on by. */
export function mayFollow(actor: Actor, { notice, unions, chain }: Seen): Permission {
  const own = mayKeep(actor, { notice })
  if ("as" in own) return own
  if (chain) return allowed()
  const seen = notice.live !== null && reachesExtent(targetsOf(notice), sightOf(actor, unions))
  return seen ? allowed() : onlyFor("发布、审核和传达这一通知的组织", "1.2")
}

/** Who has a list of them. */
export const maySee = (actor: Actor): Permission =>
  actor.capacities.length > 0 ? allowed() : onlyFor("有任职的人员", "1.2")

export interface Passed {
  readonly faculty: string
  /** None: the faculty tells its classes. */
  readonly classNames: readonly string[]
  /** Unions of that faculty. */
  readonly unions: readonly Pick<OfUnion, "id">[]
}

/** 逐级传达: a faculty's League organisation or union tells the classes, a class's League branch its students. */
export function mayPass(actor: Actor, { faculty, classNames, unions }: Passed): Permission {
  const league = inCapacity(
    actor,
    (c) => c.office === "faculty-league" && c.post !== "clerk" && c.scope.name === faculty,
  )
  if (league) return allowed(league)
  if (classNames.length === 0)
    return mayAs(
      actor,
      "本学院（系）团组织，或本学院（系）学生会主席团成员、秘书长",
      (c) =>
        c.office === "union" &&
        (c.post === "presidium" || c.post === "secretary") &&
        unions.some((u) => u.id === c.scope.id),
      "1.2",
    )
  return mayAs(
    actor,
    "本班团支部，或本学院（系）团组织",
    (c) => c.office === "class-branch" && classNames.every((name) => c.scope.id === `${faculty}/${name}`),
    "1.2",
  )
}

/** The names of those who have not confirmed. */
export const mayName = (actor: Actor, _: unknown, place: Within): Permission =>
  within(namingOf(actor), place) ? allowed() : onlyFor("负责传达的团组织、班级团支部或党委学生工作部", "1.2")

/** Asking again those who have not read or not passed on: within one's own extent. */
export function mayRemind(
  actor: Actor,
  { notice, unions }: Pick<Seen, "notice" | "unions">,
  at: Within,
): Permission {
  const own = mayKeep(actor, { notice })
  if ("as" in own) return own
  const e = sightOf(actor, unions)
  return within(e, at) && actor.capacities.some((c) => c.post !== "clerk")
    ? allowed()
    : onlyFor("发布或传达这一通知的组织", "1.2")
}

/** Reading it: open to everybody, or meant for the person. */
export const mayOpen = (_: Actor, { reaches }: { readonly reaches: boolean }): Permission =>
  reaches ? allowed() : onlyFor("通知的对象", "1.2")

export const anyone = (): Permission => allowed()
