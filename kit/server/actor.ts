import type { Refusal } from "@qiaoliang/basics"

/** Over what a post gives authority. A faculty scope's id is the faculty's, a union scope's the union's. */
export interface Scope {
  readonly kind: "university" | "faculty" | "class" | "unit" | "union" | "above"
  readonly id: string
  readonly name: string
}

/** A post held today: the only source of authority. */
export interface Capacity {
  /** The kind of office (`school-league`), or `union` for a union's own posts. */
  readonly office: string
  readonly officeId: string
  readonly officeName: string
  readonly scope: Scope
  /** The kind of post: `head`, `deputy-secretary`, `presidium`… */
  readonly post: string
  readonly title: string
  /** The union's department the post belongs to. */
  readonly department?: string | null
  /** The one designated by 10.3, or his or her stand-in. */
  readonly designated?: boolean
}

/** A union as far as authority over it is concerned. `faculty` is the faculty's name. */
export interface Under {
  readonly id: string
  readonly level: "school" | "faculty"
  readonly faculty: string | null
}

/** Whether a post's scope takes in the union: the whole university, its faculty, or the union itself. */
export const concerns = (c: Capacity, union: Under): boolean =>
  c.scope.kind === "university" ||
  (c.scope.kind === "faculty" && union.level === "faculty" && c.scope.name === union.faculty) ||
  (c.scope.kind === "union" && c.scope.id === union.id)

/** A post of the union itself: one of `posts`. */
export const ofUnion = (c: Capacity, union: Pick<Under, "id">, ...posts: readonly string[]): boolean =>
  c.office === "union" && c.officeId === union.id && posts.includes(c.post)

/** What a presidium does is seen by its members and secretary-general, and by the offices over the union. */
export const seesPresidium = (c: Capacity, union: Under): boolean =>
  c.office === "union" ? ofUnion(c, union, "presidium", "secretary") : concerns(c, union)

/** The same of some union: who has a list of them. */
export const seesSomePresidium = (c: Capacity): boolean =>
  c.office !== "union" || c.post === "presidium" || c.post === "secretary"

/** Who is acting. `nobody` has not signed in. An administrator keeps the machine and decides nothing. */
export interface Actor {
  readonly account: string
  readonly number: string
  readonly name: string
  readonly admin: boolean
  readonly capacities: readonly Capacity[]
}

export const nobody: Actor = { account: "", number: "", name: "", admin: false, capacities: [] }

export const isSignedIn = (actor: Actor): boolean => actor.account !== ""

/** The first capacity the actor holds that satisfies `wanted`. */
export const inCapacity = (actor: Actor, wanted: (c: Capacity) => boolean): Capacity | undefined =>
  actor.capacities.find(wanted)

/** What an ability answers: allowed in this capacity, or why not. */
export type Permission = { readonly as: Capacity | null } | { readonly refusal: Refusal }

export const allowed = (as: Capacity | null = null): Permission => ({ as })

/** Not allowed, naming who may: the sentence a person reads when a door is closed. */
export const onlyFor = (who: string, clause?: string): Permission => ({
  refusal: {
    code: "not-allowed",
    because: `此事由${who}办理`,
    ...(clause ? { clause } : {}),
  },
})

export const mayAs = (
  actor: Actor,
  who: string,
  wanted: (c: Capacity) => boolean,
  clause?: string,
): Permission => {
  const capacity = inCapacity(actor, wanted)
  return capacity ? allowed(capacity) : onlyFor(who, clause)
}
