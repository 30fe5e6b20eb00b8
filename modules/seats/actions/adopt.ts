import { createHash } from "node:crypto"
import { ok, refuse } from "@qiaoliang/basics"
import canonicalize from "canonicalize"
import { appendToLedger } from "#kit/server/ledger.ts"
import { action } from "#kit/server/verbs.ts"
import { theAssemblyHeld } from "#modules/assembly/index.ts"
import { mayAdopt } from "../abilities.ts"
import { adopt as contract } from "../contract.ts"
import { groundOf, sharable } from "../ground.ts"
import { adoptionOf, insertAdoption, lockSeats, versionOf } from "../store.ts"

/** The preparatory committee adopts a version: from now on seats are those. An entry of the ledger. */
export const adopt = action(contract, {
  load: theAssemblyHeld,
  may: mayAdopt,
  run: async (ctx, { assembly, version, basis }, of) => {
    const may = sharable(of, await groundOf(ctx, of))
    if (!may.ok) return may
    await lockSeats(ctx.tx, assembly)
    const row = await versionOf(ctx.tx, assembly, version)
    if (!row) return refuse("not-found", "没有这一版名额分配", { at: "version" })
    if ((await adoptionOf(ctx.tx, assembly))?.version === version)
      return refuse("conflict", "已经采用的就是这一版", { at: "version" })
    await insertAdoption(ctx.tx, {
      assemblyId: assembly,
      version,
      basis,
      byNumber: ctx.actor.number,
      byName: ctx.actor.name,
      at: ctx.now,
    })
    const { total, groups, grades, cells, societies } = row.result
    const table = {
      groups: groups.map((g) => g.name),
      grades: grades.map((g) => g.name),
      seats: cells.map((r) => r.map((c) => c?.seats ?? 0)),
      societies: societies.map((s) => [s.name, s.seats]),
    }
    await appendToLedger(ctx.tx, [
      {
        topic: "seats",
        subject: assembly,
        at: ctx.now,
        body: {
          assembly: of.assembly.name,
          version,
          total,
          basis,
          by: ctx.actor.name,
          sha256: createHash("sha256").update(canonicalize(table)!).digest("hex"),
        },
      },
    ])
    await ctx.emit("seats.adopted", { assembly, version })
    ctx.note({ assembly, version })
    return ok({})
  },
})
