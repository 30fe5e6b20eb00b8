import { atLeastOf } from "@qiaoliang/apportion"
import { ok, refuse } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { mayPrepare, mayReadAssembly, theAssembly } from "#modules/assembly/index.ts"
import { leastDelegates } from "#policy/practice/congress-rules.ts"
import { mayAdopt } from "../abilities.ts"
import { one as contract } from "../contract.ts"
import { groundOf, sharable, studentsOf } from "../ground.ts"
import { adoptionOf, versionOf, versionsOf } from "../store.ts"

/** The allocations of an assembly: the version asked for, else the adopted one, else the newest. */
export const one = query(contract, {
  load: theAssembly,
  may: mayReadAssembly,
  run: async (ctx, input, of) => {
    const { assembly, union } = of
    const ground = await groundOf(ctx, of)
    const versions = await versionsOf(ctx.tx, assembly.id)
    const adopted = await adoptionOf(ctx.tx, assembly.id)
    const wanted = input.version ?? adopted?.version ?? versions[0]?.version
    const shown = wanted === undefined ? undefined : await versionOf(ctx.tx, assembly.id, wanted)
    if (wanted !== undefined && !shown) return refuse("not-found", "没有这一版名额分配", { at: "version" })
    const open = sharable(of, ground).ok
    const students = studentsOf(ground)
    return ok({
      assembly: { id: assembly.id, name: assembly.name, kind: assembly.kind, union: union.name },
      ground: {
        unit: ground.unit,
        students,
        groups: ground.faculties.length,
        grades: [...new Set(ground.faculties.flatMap((f) => Object.keys(f.grades)))].sort(),
        societies: ground.societies.length,
        main: ground.societies.filter((s) => s.main).length,
        least: atLeastOf(leastDelegates, students),
      },
      versions: versions.map((v) => ({
        version: v.version,
        total: v.total,
        method: v.method,
        because: v.because,
        by: v.byName,
        at: v.at.toISOString(),
        adopted: v.version === adopted?.version,
      })),
      adopted: adopted
        ? {
            version: adopted.version,
            basis: adopted.basis,
            by: adopted.byName,
            at: adopted.at.toISOString(),
          }
        : null,
      shown: shown
        ? {
            version: shown.version,
            countedOn: shown.countedOn,
            knobs: shown.knobs,
            result: shown.result,
            others: shown.others,
          }
        : null,
      can: {
        prepare: open && "as" in mayPrepare(ctx.actor, of),
        adopt: open && "as" in mayAdopt(ctx.actor, of),
      },
    })
  },
})
