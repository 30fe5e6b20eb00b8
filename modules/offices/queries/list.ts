import { ok } from "@qiaoliang/basics"
import type { Actor, Permission } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { offices as nouns } from "#policy/offices.ts"
import { anyone, mayAppoint, mayDesignate, mayEnd, mayStandIn } from "../abilities.ts"
import { list as contract } from "../contract.ts"
import { gapsIn, withUnheld } from "../facts.ts"
import { knowsFullTime, nounOf, type Office, postsOf, usualTitle } from "../office.ts"
import { presentHolder } from "../present.ts"
import { allOffices, faculties, type Holder, holdersOn } from "../store.ts"

const yes = (p: Permission): boolean => "as" in p

export const list = query(contract, {
  may: anyone,
  run: async (ctx, input) => {
    const day = input.on ?? ctx.today
    const holders = await holdersOn(ctx.tx, day)
    const register = await faculties(ctx.tx)
    const all = withUnheld(await allOffices(ctx.tx), register, ctx.university)
    const shown = all.filter(
      (o) =>
        (input.kind ? o.kind === input.kind : o.kind !== "class-branch" || input.faculty !== undefined) &&
        (!input.faculty || o.faculty === input.faculty),
    )
    const order = nouns.map((n) => n.kind)
    return ok({
      on: day,
      items: shown
        .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
        .map((o) => presentOffice(ctx.actor, o, holders)),
      gaps: gapsIn(all, holders),
      faculties: register.map((f) => f.name),
      can: {
        branch:
          input.faculty !== undefined && yes(mayAppoint(ctx.actor, branchOf(input.faculty), { number: "" })),
        unit: yes(mayAppoint(ctx.actor, anyUnit, { number: "" })),
      },
    })
  },
})

function presentOffice(actor: Actor, office: Office, holders: readonly Holder[]) {
  return {
    ...(office.id ? { id: office.id } : {}),
    kind: office.kind,
    name: office.name,
    scope: office.scopeKind,
    scopeName: office.scopeName,
    ...(office.faculty ? { faculty: office.faculty } : {}),
    clause: nounOf(office.kind).clause,
    asksFullTime: knowsFullTime(office.kind),
    posts: postsOf(office.kind).map((post) => ({
      post,
      title: usualTitle(office.kind, post),
      can: yes(mayAppoint(actor, { office, post }, { number: "" })),
    })),
    holders: holders
      .filter((h) => h.officeId === office.id)
      .toSorted((a, b) => postsOf(office.kind).indexOf(a.post) - postsOf(office.kind).indexOf(b.post))
      .map((h) => {
        const for_ = h.standsInFor ? holders.find((o) => o.id === h.standsInFor)?.name : undefined
        return {
          ...presentHolder(h),
          ...(for_ ? { standsInFor: for_ } : {}),
          can: {
            "offices.end": yes(mayEnd(actor, h)),
            "offices.designate":
              h.post === "deputy-secretary" && !h.designated && !h.standsInFor && yes(mayDesignate(actor, h)),
            "offices.stand-in": !h.standsInFor && yes(mayStandIn(actor, h, { number: "" })),
          },
        }
      }),
  }
}

/** A department nobody has been appointed to yet. */
const anyUnit = {
  office: {
    id: null,
    kind: "service" as const,
    name: "",
    scopeKind: "unit" as const,
    scopeId: "",
    scopeName: "",
    faculty: null,
  },
  post: "head" as const,
}

/** Any class branch of a faculty: who may appoint to it does not depend on the class. */
const branchOf = (faculty: string) => ({
  office: {
    id: null,
    kind: "class-branch" as const,
    name: "",
    scopeKind: "class" as const,
    scopeId: "",
    scopeName: "",
    faculty,
  },
  post: "head" as const,
})
