import { type Actor, concerns } from "#kit/server/actor.ts"
import { mayReadAssembly } from "./abilities.ts"
import type { OfAssembly } from "./load.ts"

export type Place = "about" | "seats" | "delegates" | "roll" | "proposals" | "elections" | "hall"

const hrefs: Readonly<Record<Place, (id: string) => string>> = {
  about: (id) => `/office/assemblies/${id}`,
  seats: (id) => `/office/seats/${id}`,
  delegates: (id) => `/office/delegates/${id}`,
  roll: (id) => `/office/roll/${id}`,
  proposals: (id) => `/office/proposals/${id}`,
  elections: (id) => `/office/elections/of/${id}`,
  hall: (id) => `/office/hall/${id}`,
}

/** Where a reader may go from an assembly's page: a class's branch to the delegates it recommends. */
export function placesFor(actor: Actor, of: OfAssembly): { place: Place; href: string }[] {
  const all = Object.keys(hrefs) as Place[]
  const reads = "as" in mayReadAssembly(actor, of)
  const recommends = actor.capacities.some((c) => c.office === "class-branch" && overClassOf(c, of))
  return all
    .filter((place) => reads || (recommends && place === "delegates"))
    .map((place) => ({ place, href: hrefs[place](of.assembly.id) }))
}

/** A class lies in the university; in the faculty where it is a faculty's union. */
const overClassOf = (c: Parameters<typeof concerns>[0], { union }: OfAssembly): boolean =>
  union.level === "school" || concerns(c, union) || c.scope.id.startsWith(`${union.faculty}/`)
