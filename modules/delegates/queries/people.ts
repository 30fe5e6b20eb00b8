import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { mayPrepare, mayReadAssembly, theAssembly } from "#modules/assembly/index.ts"
import { mayReview } from "../abilities.ts"
import * as contract from "../contract.ts"
import { handedOf, reportsOf } from "../lists.ts"
import { delegatesOf, delegationRows, endedOf, findDelegates } from "../store.ts"

export const people = query(contract.people, {
  load: theAssembly,
  may: mayReadAssembly,
  run: async (ctx, { text, delegation, source, voting, order, page, size }, { assembly }) => {
    const filter = { text: text?.trim() || undefined, delegation, source, voting }
    const found = await findDelegates(ctx.tx, assembly.id, filter, order, { page, size })
    return ok({
      total: found.total,
      items: found.items.map((d) => ({
        id: d.id,
        number: d.number,
        name: d.name,
        voting: d.voting,
        source: d.source,
        faculty: d.faculty,
        grade: d.grade,
        className: d.className,
        society: d.society,
        cadre: d.cadre,
        delegation: d.delegation,
        head: d.head,
        code: d.code,
        basis: d.basis,
      })),
    })
  },
})

export const delegations = query(contract.delegations, {
  load: theAssembly,
  may: mayReadAssembly,
  run: async (ctx, _, of) => {
    const may = "as" in mayPrepare(ctx.actor, of)
    return ok({
      items: await delegationRows(ctx.tx, of.assembly.id),
      can: { "delegates.name-head": may, "delegates.transfer": may },
    })
  },
})

export const replaced = query(contract.replaced, {
  load: theAssembly,
  may: mayReadAssembly,
  run: async (ctx, _, { assembly }) => {
    const now = await delegatesOf(ctx.tx, assembly.id)
    const ended = await endedOf(ctx.tx, assembly.id)
    const after = new Map(
      [...ended, ...now].flatMap((d) => (d.replaces ? [[d.replaces, d.name] as const] : [])),
    )
    return ok({
      items: ended.map((d) => ({
        id: d.id,
        name: d.name,
        delegation: d.delegation,
        to: d.to ?? "",
        because: d.endedBecause ?? "",
        by: after.get(d.id) ?? null,
      })),
    })
  },
})

export const imports = query(contract.imports, {
  load: theAssembly,
  may: mayPrepare,
  run: async (ctx, _, of) => {
    const adopted = (await reportsOf(ctx.tx, of.assembly.id)).some((r) => r.adoptedOn !== null)
    const may = "as" in mayPrepare(ctx.actor, of)
    return ok({
      items: (await handedOf(ctx.tx, of.assembly.id)).map((h) => ({
        id: h.id,
        fileName: h.fileName,
        by: h.byName,
        at: h.at.toISOString(),
        state: h.state,
        people: h.read.lines.length,
        problems: [...h.read.problems],
        can: {
          "delegates.confirm-import":
            may && h.state === "preview" && h.read.problems.every((p) => p.kind !== "error"),
          "delegates.undo-import": may && h.state === "confirmed" && !adopted,
        },
      })),
      can: { "delegates.confirm-import": may, "delegates.review": "as" in mayReview(ctx.actor, of) },
    })
  },
})
