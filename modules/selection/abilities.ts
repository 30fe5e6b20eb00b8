import {
  type Actor,
  allowed,
  concerns,
  isSignedIn,
  mayAs,
  onlyFor,
  type Permission,
  type Under,
} from "#kit/server/actor.ts"
import { type Call, chainOffices } from "#modules/calls/index.ts"
import { type Course, decides } from "#modules/courses/index.ts"

type Placed = Pick<Course, "places">

/** Holding any post, a clerk's too, in an office of this chain at its place. */
export const seesCourse = (actor: Actor, course: Placed): boolean =>
  actor.capacities.some((c) => course.places[c.office] === c.scope.id)

const chain = "遴选链条上的党团组织和职能部门"

/** The room: whoever stands in some chain; of the list, those calls in whose chain the post stands (5.2–5.5). */
export const mayEnter = (actor: Actor): Permission =>
  mayAs(actor, chain, (c) => chainOffices.includes(c.office), "5.2")

/** The slate, its tables: those in the chain, and of it what lies at their place. */
export const maySeeSlate = (actor: Actor, courses: readonly Placed[]): Permission =>
  courses.some((c) => seesCourse(actor, c)) ? allowed() : onlyFor(chain, "5.2")

/** A list of recommendations: by a post of the chain that decides; clerks prepare it. */
export const mayRecommend = (actor: Actor, courses: readonly Placed[]): Permission =>
  mayAs(
    actor,
    `${chain}负责人`,
    (c) => decides(c) && courses.some((course) => course.places[c.office] === c.scope.id),
    "5.2",
  )

/** One application whole, with ranks: its chain and the student. */
export const maySeeOne = (
  actor: Actor,
  { course, number }: { readonly course: Placed; readonly number: string },
): Permission =>
  isSignedIn(actor) && (actor.number === number || seesCourse(actor, course))
    ? allowed()
    : onlyFor(`${chain}和申请人`, "5.2")

/** Effects on the whole union: offices over it, not those that see a part of its people. */
export const seesWhole = (actor: Actor, union: Under): boolean =>
  actor.capacities.some((c) => concerns(c, union))

export const anyone = (): Permission => allowed()

export const underOf = (call: Pick<Call, "unionId" | "level" | "faculty">): Under => ({
  id: call.unionId,
  level: call.level,
  faculty: call.faculty,
})
