import { ok } from "@qiaoliang/basics"
import { type Actor, isSignedIn } from "#kit/server/actor.ts"
import { query, type Served } from "#kit/server/verbs.ts"
import { anyone } from "../abilities.ts"
import { me as contract } from "../contract.ts"
import { accountById } from "../store.ts"

export const me = query(contract, {
  who: "anyone",
  // Every page begins with it, and a hall of 3,000 opens its pages behind one address.
  perMinute: 12_000,
  may: anyone,
  run: async (ctx) => {
    const { actor, university: u } = ctx
    const account = isSignedIn(actor) ? await accountById(ctx.tx, actor.account) : undefined
    return ok({
      signedIn: account !== undefined,
      ...(account
        ? {
            account: {
              id: account.id,
              number: account.number,
              name: account.name,
              secondFactor: account.totpSecret !== null,
            },
            admin: account.admin,
          }
        : {}),
      university: {
        id: u.id,
        name: u.name,
        shortName: u.shortName,
        today: ctx.today,
        ...(u.referenceDay ? { referenceDay: u.referenceDay } : {}),
        ...(u.sample ? { sample: true } : {}),
      },
      capacities: actor.capacities.map((c) => ({
        office: c.office,
        officeName: c.officeName,
        scopeName: c.scope.name,
        title: c.title,
      })),
      can: abilitiesOf(
        actor,
        ctx.world.modules.flatMap((m) => m.served),
      ),
    })
  },
})

/** What a person may do whatever it is done to: the abilities that ask for nothing but the person. */
function abilitiesOf(actor: Actor, all: readonly Served[]): Record<string, boolean> {
  const simple = all.filter((s) => s.may.length <= 1)
  return Object.fromEntries(
    simple.map((s) => [
      s.contract.name,
      (s.who === "anyone" || isSignedIn(actor)) && "as" in s.may(actor, undefined, undefined),
    ]),
  )
}
