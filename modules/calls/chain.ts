import type { Actor, Capacity } from "#kit/server/actor.ts"
import type { OfficeKind } from "#policy/offices.ts"
import type { Application } from "./application.ts"
import type { Call, PostKind } from "./call.ts"

/**
 * The offices that take a step in each chain (5.2, 5.4, 5.5), and 教务处, who keeps the record that is
 * checked. Ranks, fails and political status are for them and the applicant, nobody else.
 */
const chains: Readonly<Record<PostKind, readonly OfficeKind[]>> = {
  "school-presidium": [
    "faculty-league",
    "faculty-party",
    "student-affairs",
    "school-league",
    "school-party",
    "academic-affairs",
  ],
  "school-member": ["faculty-league", "student-affairs", "school-league", "academic-affairs"],
  "faculty-presidium": ["class-branch", "faculty-league", "faculty-party", "academic-affairs"],
  "faculty-staff": ["class-branch", "faculty-league", "faculty-party", "academic-affairs"],
}

/** Offices with a part in some chain. */
export const chainOffices: readonly string[] = [...new Set(Object.values(chains).flat())]

const takesIn = (c: Capacity, a: Pick<Application, "faculty" | "className">): boolean => {
  if (c.scope.kind === "university") return true
  if (c.scope.kind === "faculty") return c.scope.name === a.faculty
  return c.scope.kind === "class" && c.scope.id === `${a.faculty}/${a.className ?? ""}`
}

const inChain = (c: Capacity, kind: PostKind) => chains[kind].includes(c.office as OfficeKind)

/** Whether somebody in the chain of this application, for the applicant's faculty and class. */
export const readsWhole = (
  actor: Actor,
  a: Pick<Application, "postKind" | "faculty" | "className">,
): boolean => actor.capacities.some((c) => inChain(c, a.postKind) && takesIn(c, a))

/** Whether the person has a part in the chain of any post of the call. */
export const inChainOf = (actor: Actor, call: Call): boolean =>
  actor.capacities.some(
    (c) =>
      call.posts.some((p) => inChain(c, p.kind)) &&
      (call.level === "school" ||
        c.scope.kind === "university" ||
        c.scope.name === call.faculty ||
        c.scope.id.startsWith(`${call.faculty}/`)),
  )
