import {
  type Actor,
  allowed,
  type Capacity,
  concerns,
  isSignedIn,
  mayAs,
  ofUnion,
  type Permission,
  type Under,
} from "#kit/server/actor.ts"

const leads = (c: Capacity) => c.post === "head" || c.post === "deputy" || c.post === "deputy-secretary"

/** 9.4: the League committees guide their unions' rules: the school's all, a faculty's its own. */
const guides = (c: Capacity, union: Under) =>
  (c.office === "school-league" || c.office === "faculty-league") && leads(c) && concerns(c, union)

/** The union's own presidium and its secretary-general. */
const own = (c: Capacity, union: Under) => ofUnion(c, union, "presidium", "secretary")

const who = "本会主席团、秘书长或指导它的团组织"

/** Put on record what the congress adopted, limits stricter than the Opinions, and the rotation (2.2). */
export const maySettle = (actor: Actor, union: Under): Permission =>
  mayAs(actor, who, (c) => own(c, union) || guides(c, union), "9.4")

/** How an unclear clause is read for a union is not for the union judged by it to choose. */
export const mayChooseReading = (actor: Actor, union: Under): Permission =>
  mayAs(actor, "指导本会的团组织", (c) => guides(c, union), "9.4")

/** Files are sent before it is known for which union. */
export const maySendFile = (actor: Actor): Permission =>
  mayAs(
    actor,
    who,
    (c) =>
      (c.office === "union" && (c.post === "presidium" || c.post === "secretary")) ||
      ((c.office === "school-league" || c.office === "faculty-league") && leads(c)),
  )

export const anyone = (): Permission => allowed()

/** A charter that is not public is read by those who have signed in. */
export const mayRead = (actor: Actor, of: { readonly public: boolean }): boolean =>
  of.public || isSignedIn(actor)
