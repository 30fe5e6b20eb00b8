import {
  type Actor,
  allowed,
  inCapacity,
  isSignedIn,
  ofUnion,
  onlyFor,
  type Permission,
} from "#kit/server/actor.ts"
import { mayPrepare, mayReadAssembly, mayServe, type OfAssembly } from "#modules/assembly/index.ts"
import { type Course, decides, isInChain } from "#modules/courses/index.ts"
import type { ListRow } from "./lists.ts"

type Named = Pick<ListRow, "unit" | "faculty" | "className" | "electedBy" | "society">

interface Listed {
  readonly list: Named
}

const classScope = (list: Named, className: string | null) => `${list.faculty ?? ""}/${className ?? ""}`

/** 6.2: the branch of the class itself; where several classes recommend to one list, the faculty's League for one without a branch. */
export function mayRecommend(actor: Actor, { list }: Listed, input: { className: string }): Permission {
  const as = inCapacity(
    actor,
    (c) =>
      decides(c) &&
      ((c.office === "class-branch" && c.scope.id === classScope(list, input.className)) ||
        (list.unit === "faculty" && c.office === "faculty-league" && c.scope.name === list.faculty)),
  )
  return as && list.unit !== "society" ? allowed(as) : onlyFor("该班级的团支部", "6.2")
}

/** 6.2: the faculty's own union. */
export function mayElect(actor: Actor, { list }: Listed): Permission {
  const { electedBy } = list
  const as = electedBy
    ? inCapacity(actor, (c) => ofUnion(c, { id: electedBy }, "presidium", "secretary"))
    : undefined
  return as ? allowed(as) : onlyFor("学院（系）学生会主席团成员或秘书长", "6.2")
}

/** A society speaks through its head; who prepares may put on record what it said. */
export function mayPropose(
  actor: Actor,
  of: OfAssembly & { readonly headNumber: string | null },
): Permission {
  if (isSignedIn(actor) && of.headNumber !== null && actor.number === of.headNumber) return allowed()
  const prepares = mayPrepare(actor, of)
  return "as" in prepares ? prepares : onlyFor("该社团负责人或筹备委员会", "6.4")
}

/** A class sees the list of its faculty; where each class has its own, that one. */
const ofItsClasses = (list: Named, scope: string): boolean =>
  list.unit === "class"
    ? scope === classScope(list, list.className)
    : scope.startsWith(`${list.faculty ?? ""}/`)

/** One list with its people: those who prepare and read the assembly, its chain, the branches of its classes. */
export function mayReadList(
  actor: Actor,
  of: OfAssembly & { readonly list: Named; readonly course: Course | null },
): Permission {
  const read = mayReadAssembly(actor, of)
  if ("as" in read) return read
  if (of.course && isInChain(actor, of.course)) return allowed()
  const as = inCapacity(actor, (c) =>
    of.list.unit === "society"
      ? false
      : (c.office === "class-branch" && ofItsClasses(of.list, c.scope.id)) ||
        (c.scope.kind === "faculty" && c.scope.name === of.list.faculty) ||
        (of.list.electedBy !== null && c.office === "union" && c.officeId === of.list.electedBy),
  )
  return as ? allowed(as) : onlyFor("参与产生代表的组织", "6.2")
}

/** How far the whole is; the branch of a class, a faculty and its union see the lists they have a part in. */
export function mayReadProgress(actor: Actor, of: OfAssembly): Permission {
  const read = mayReadAssembly(actor, of)
  if ("as" in read) return read
  const { union } = of
  const as = inCapacity(actor, (c) =>
    union.level === "school"
      ? c.scope.kind === "class" || c.scope.kind === "faculty" || c.office === "union"
      : c.office === "class-branch" && c.scope.id.startsWith(`${union.faculty ?? ""}/`),
  )
  return as ? allowed(as) : onlyFor("参与筹备和产生代表的组织", "6.2")
}

/** The committee itself: what a person's own case is, is for `run` to say. */
export const mayReview = (actor: Actor, of: Pick<OfAssembly, "team">): Permission =>
  mayServe(actor, of, ["credentials"])

export const mayAdopt = (actor: Actor, of: Pick<OfAssembly, "team">): Permission =>
  mayServe(actor, of, ["credentials"], true)

/** Figures of the whole and the report: who prepares or serves, and the offices over the union. */
export const mayReadReport = mayReadAssembly

export const anyone = (): Permission => allowed()
