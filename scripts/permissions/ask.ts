import { existsSync } from "node:fs"
import { type Actor, isSignedIn, type Permission } from "#kit/server/actor.ts"
import type { Module } from "#kit/server/module.ts"
import { type Case, type RoomSamples, type Sample, self } from "#kit/server/samples.ts"
import type { Served } from "#kit/server/verbs.ts"
import { administrator, type Group, groups, student } from "./cast.ts"

/** One verb with its sample; `undefined` where the room has none. */
export interface Asked {
  readonly served: Served
  readonly sample: Sample | undefined
}

/** A room of the product: what it serves, and what its `samples.ts` says of it. */
export interface Room {
  readonly module: string
  readonly samples: RoomSamples | undefined
  readonly verbs: readonly Asked[]
}

/** The rooms of the product with the samples that lie beside their abilities. */
export async function roomsOf(modules: readonly Module[]): Promise<readonly Room[]> {
  return Promise.all(
    modules.filter((m) => m.served.length > 0).map(async (m) => roomOf(m, await samplesOf(m))),
  )
}

export const roomOf = (m: Pick<Module, "name" | "served">, samples: RoomSamples | undefined): Room => ({
  module: m.name,
  samples,
  verbs: m.served.map((served) => ({ served, sample: samples?.verbs[served.contract.name] })),
})

async function samplesOf(m: Module): Promise<RoomSamples | undefined> {
  const at = new URL("./samples.ts", m.at)
  return existsSync(at) ? ((await import(at.href)) as { samples: RoomSamples }).samples : undefined
}

/** What the verb answers this person: the house asks for a signed-in person first, then the ability. */
export const answer = (served: Served, c: Case, actor: Actor): Permission =>
  served.who === "signed-in" && !isSignedIn(actor)
    ? { refusal: { code: "not-signed-in", because: "请先登录" } }
    : served.may(actor, c.loadedFor ? c.loadedFor(actor) : c.loaded, c.input ?? {})

export const isAllowed = (p: Permission): p is Extract<Permission, { as: unknown }> => "as" in p

/** The same person with the same posts, being the one concerned. */
export const asSelf = (actor: Actor): Actor => ({ ...actor, ...self })

export interface Holder {
  readonly group: Group
  readonly title: string
  readonly actor: Actor
}

export const holders: readonly Holder[] = groups.flatMap((group) =>
  group.members.map(({ title, actor }) => ({ group, title, actor })),
)

/** Everybody who has signed in and is not the person concerned. */
export const others: readonly Actor[] = [...holders.map((h) => h.actor), student, administrator]

/** What keeps the table from being complete: verbs without a sample, samples without a verb, samples that do not fit. */
export const faultsOf = (rooms: readonly Room[]): string[] =>
  rooms.flatMap(({ module, samples, verbs }) => {
    const served = new Set(verbs.map((v) => v.served.contract.name))
    return [
      ...verbs.flatMap(({ served: { contract }, sample }) =>
        sample && sample.cases.length > 0
          ? []
          : [`${contract.name}: no sample in modules/${module}/samples.ts`],
      ),
      ...Object.keys(samples?.verbs ?? {}).flatMap((name) =>
        served.has(name) ? [] : [`modules/${module}/samples.ts: ${name}: no such verb`],
      ),
      ...verbs.flatMap(({ served: verb, sample }) =>
        (sample?.cases ?? []).flatMap((c) =>
          misfit(verb, c).map((what) => `${verb.contract.name}: ${c.of}: ${what}`),
        ),
      ),
    ]
  })

/** A sample the ability cannot look at, in its own words. */
export function misfit(served: Served, c: Case): string[] {
  try {
    for (const actor of others) answer(served, c, actor)
    return []
  } catch (error) {
    return [`the sample does not fit: ${error instanceof Error ? error.message : String(error)}`]
  }
}
