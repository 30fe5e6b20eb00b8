import {
  type Actor,
  allowed,
  type Capacity,
  inCapacity,
  onlyFor,
  type Permission,
} from "#kit/server/actor.ts"
import type { Seat } from "./office.ts"

/** Who appoints to a post, and the test a capacity must pass. `null`: nobody in the product does. */
function appointers(seat: Seat): { who: string; wanted: (c: Capacity) => boolean } | null {
  const { kind, scopeName, faculty } = seat.office
  const leads = (c: Capacity, office: string) => c.office === office && c.post === "head"
  const ownHead = (c: Capacity) => seat.post !== "head" && leads(c, kind) && c.scope.name === scopeName
  switch (kind) {
    case "administration":
      return { who: "学校党委书记", wanted: (c) => leads(c, "school-party") }
    case "school-party":
    case "federation":
      return seat.post === "head" ? null : { who: "本组织负责人", wanted: ownHead }
    case "faculty-party":
      return { who: "学校党委书记或本学院党组织书记", wanted: (c) => leads(c, "school-party") || ownHead(c) }
    case "faculty-league":
      return {
        who: "学校团委书记或本学院党组织、团组织书记",
        wanted: (c) =>
          leads(c, "school-league") || (leads(c, "faculty-party") && c.scope.name === faculty) || ownHead(c),
      }
    case "class-branch":
      return {
        who: "本学院团组织书记、副书记",
        wanted: (c) =>
          c.office === "faculty-league" &&
          (c.post === "head" || c.post === "deputy") &&
          c.scope.name === faculty,
      }
    default:
      return { who: "学校党委书记或本部门负责人", wanted: (c) => leads(c, "school-party") || ownHead(c) }
  }
}

const notOneself = (verb: string): Permission => ({
  refusal: { code: "not-allowed", because: `任何人不得${verb}自己`, cure: "请由有权的其他人办理" },
})

/**
 * Appointing and ending: by the office above or the office's head. An administrator sets posts up, so that
 * somebody can begin; that is written into the university's open log as set up, not appointed.
 */
function appoints(actor: Actor, seat: Seat): Permission {
  const by = appointers(seat)
  const as = by ? inCapacity(actor, by.wanted) : undefined
  if (as) return allowed(as)
  return actor.admin ? allowed() : onlyFor(by ? by.who : "系统管理员依上级任命")
}

export const mayAppoint = (actor: Actor, seat: Seat, input: { readonly number: string }): Permission =>
  input.number === actor.number ? notOneself("任命") : appoints(actor, seat)

export const mayEnd = (actor: Actor, of: Seat & { readonly number: string }): Permission =>
  of.number === actor.number ? notOneself("免去") : appoints(actor, of)

/** 10.3 is the League committee's choice, under the Party committee; setting up is no designation. */
export function mayDesignate(actor: Actor, of: { readonly number: string }): Permission {
  if (of.number === actor.number) return notOneself("指定")
  const as = inCapacity(
    actor,
    (c) => (c.office === "school-league" || c.office === "school-party") && c.post === "head",
  )
  return as ? allowed(as) : onlyFor("学校党委书记或校团委书记", "10.3")
}

/** A holder names who stands in for a time, or whoever appoints does; clerks decide nothing and need none. */
export function mayStandIn(
  actor: Actor,
  of: Seat & { readonly number: string; readonly standsInFor: string | null },
  input: { readonly number: string },
): Permission {
  if (input.number === actor.number) return notOneself("委托给")
  const by = appointers(of)
  const own = of.number === actor.number && !of.standsInFor
  const as = inCapacity(
    actor,
    (c) => (by?.wanted(c) ?? false) || (own && c.officeId === of.office.id && c.post === of.post),
  )
  return as ? allowed(as) : onlyFor("任职者本人或其任命者")
}

export const anyone = (): Permission => allowed()
