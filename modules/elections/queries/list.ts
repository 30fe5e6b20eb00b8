import { ok, refuse } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { inDuty, theAssembly } from "#modules/assembly/index.ts"
import { theOwnSeat } from "#modules/delegates/index.ts"
import { candidatesOf } from "#modules/selection/index.ts"
import { presidiumAtMost } from "#policy/03-lean/rules.ts"
import { secretFrom } from "#policy/practice/congress-rules.ts"
import { mayCreate, mayRead } from "../abilities.ts"
import * as contract from "../contract.ts"
import { byStrokes } from "../election.ts"
import { lineOf } from "../present.ts"
import { electionsIn } from "../store.ts"

export const list = query(contract.list, {
  load: theOwnSeat,
  may: mayRead,
  run: async (ctx, _, of) =>
    ok({
      assembly: {
        id: of.assembly.id,
        name: of.assembly.name,
        state: of.assembly.state,
        union: of.union.name,
      },
      elections: (await electionsIn(ctx.tx, [of.assembly.id])).map(lineOf),
      can: { create: "as" in mayCreate(ctx.actor, of) && of.assembly.state !== "closed" },
    }),
})

export const choices = query(contract.choices, {
  load: theAssembly,
  may: mayCreate,
  run: async (ctx, _, { assembly, union, team }) => {
    if (assembly.state === "cancelled") return refuse("conflict", "大会已经取消")
    const people = (duty: "scrutineer" | "teller") =>
      inDuty(team, duty).map(({ number, name, lead }) => ({ number, name, lead }))
    return ok({
      candidates: byStrokes(await candidatesOf(ctx.tx, union.id, ctx.today)).map(
        ({ number, name, faculty, grade, source }) => ({ number, name, faculty, grade, source }),
      ),
      scrutineers: people("scrutineer"),
      tellers: people("teller"),
      presidiumAtMost: presidiumAtMost[union.level],
      secretFrom,
    })
  },
})
