import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { anyone } from "../abilities.ts"
import { list as contract } from "../contract.ts"
import { presentVersion } from "../present.ts"
import { settingsOn, versionsOn } from "../store.ts"

export const list = query(contract, {
  who: "anyone",
  may: anyone,
  run: async (ctx, input) => {
    const day = input.on ?? ctx.today
    const all = await unionsOf(ctx.tx)
    const unions = [...all.filter((u) => u.level === "school"), ...all.filter((u) => u.level === "faculty")]
    const ids = unions.map((u) => u.id)
    const versions = await versionsOn(ctx.tx, ids, day)
    const settings = await settingsOn(ctx.tx, ids, day)
    const items = unions.map((u) => {
      const version = versions.get(u.id)
      const own = settings.filter((s) => s.unionId === u.id)
      const rotation = own.find((s) => s.kind === "rotation")
      return {
        union: { id: u.id, name: u.name, level: u.level },
        ...(version ? { version: presentVersion(version) } : {}),
        ...(rotation ? { rotation: rotation.value === true } : {}),
        limits: own.filter((s) => s.kind === "limit").length,
        readings: own.filter((s) => s.kind === "reading").length,
      }
    })
    return ok({ on: day, items: input.missing ? items.filter((i) => !i.version) : items })
  },
})
