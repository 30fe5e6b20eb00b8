import { ok } from "@qiaoliang/basics"
import type { z } from "zod"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import * as contract from "../contract.ts"
import { presentUnion } from "../present.ts"
import { publicDepartments, publicUnions } from "../store.ts"

export type PublicDisclosure = z.output<(typeof contract.disclosures)["output"]>["items"][number]

/** What other modules have published; each answers only what everybody may see. */
export interface SiteSources {
  /** Disclosures now published, newest first. */
  readonly disclosures?: (ctx: Ctx) => Promise<readonly PublicDisclosure[]>
  /** How many notices are open to everybody. */
  readonly notices?: (ctx: Ctx) => Promise<number>
}

const everybody = { who: "anyone", may: () => allowed() } as const

export const home = (of: SiteSources) =>
  query(contract.home, {
    ...everybody,
    run: async (ctx) => {
      const unions = await publicUnions(ctx.tx, ctx.today)
      const disclosures = (await of.disclosures?.(ctx)) ?? []
      const { name, shortName, sample } = ctx.university
      return ok({
        university: { name, shortName, ...(sample ? { sample: true } : {}) },
        unions: unions.map(presentUnion),
        disclosures: disclosures.slice(0, 6),
        counts: {
          unions: unions.length,
          disclosures: disclosures.length,
          notices: (await of.notices?.(ctx)) ?? 0,
        },
      })
    },
  })

export const structure = query(contract.structure, {
  ...everybody,
  run: async (ctx) => {
    const unions = await publicUnions(ctx.tx, ctx.today)
    const departments = await publicDepartments(ctx.tx, ctx.today)
    return ok({
      asOf: ctx.today,
      unions: unions.map((u) => ({
        ...presentUnion(u),
        ...(u.faculty ? { faculty: u.faculty } : {}),
        ...(u.presidium === null ? {} : { presidium: u.presidium }),
        departments: departments
          .filter((d) => d.unionId === u.id)
          .map(({ name, people }) => ({ name, people })),
      })),
    })
  },
})

export const disclosures = (of: SiteSources) =>
  query(contract.disclosures, {
    ...everybody,
    run: async (ctx) => ok({ items: [...((await of.disclosures?.(ctx)) ?? [])] }),
  })
