import { isDay, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayChooseReading, maySettle } from "../abilities.ts"
import { withdraw as contract } from "../contract.ts"
import { changed, theUnionHeld } from "../load.ts"
import { closeSetting, settingById, versionById, withdrawVersion } from "../store.ts"

export const withdraw = action(contract, {
  load: async (ctx, input) => {
    const union = await theUnionHeld(ctx, input)
    if (!union.ok) return union
    const setting = await settingById(ctx.tx, input.union, input.id)
    const version = setting ? undefined : await versionById(ctx.tx, input.union, input.id)
    return setting || version
      ? ok({ union: union.value, setting, version })
      : refuse("not-found", "没有这项登记", { at: "id" })
  },
  may: (actor, { union, setting }) =>
    setting?.kind === "reading" ? mayChooseReading(actor, union) : maySettle(actor, union),
  run: async (ctx, { on = ctx.today, because }, { union, setting, version }) => {
    if (version) {
      if (version.withdrawnBy) return refuse("conflict", "这一版已经撤回")
      await withdrawVersion(ctx.tx, version.id, ctx.change, because)
      ctx.note({ union: union.id, version: version.id })
    }
    if (setting) {
      if (!isDay(on) || on < setting.validFrom)
        return refuse("invalid", `该规定自 ${setting.validFrom} 起，不能撤回于此前`, { at: "on" })
      if (setting.validTo !== null && setting.validTo <= on) return refuse("conflict", "该规定已经终止")
      await closeSetting(ctx.tx, setting.id, on, ctx.change)
      ctx.note({ union: union.id, setting: setting.id, clause: setting.clause, on })
    }
    await changed(ctx, union.id)
    return ok({})
  },
})
