import { ok } from "@qiaoliang/basics"
import { spell } from "@qiaoliang/clause"
import { query } from "#kit/server/verbs.ts"
import { anyone, mayChooseReading, mayRead, maySettle } from "../abilities.ts"
import { one as contract } from "../contract.ts"
import { theUnion } from "../load.ts"
import { presentSetting, presentVersion } from "../present.ts"
import type { RuleBook } from "../settings.ts"
import { settingsOn, versionsOn } from "../store.ts"

export const one = (book: RuleBook) =>
  query(contract, {
    who: "anyone",
    load: theUnion,
    may: anyone,
    run: async (ctx, input, union) => {
      const day = input.on ?? ctx.today
      const version = (await versionsOn(ctx.tx, [union.id], day)).get(union.id)
      const settings = await settingsOn(ctx.tx, [union.id], day)
      const words = version && mayRead(ctx.actor, version) ? version.words : null
      const settles = "as" in maySettle(ctx.actor, union)
      const rules = [...book.values()]
      return ok({
        on: day,
        union: { id: union.id, name: union.name },
        ...(version ? { version: { ...presentVersion(version), ...(words ? { words } : {}) } } : {}),
        settings: settings.map((s) => presentSetting(book, s)),
        limits: rules.flatMap(({ clause, quote, limit }) =>
          limit ? [{ clause, quote, limit, says: spell(limit) }] : [],
        ),
        readings: rules.flatMap(({ clause, quote, readings }) => {
          const choices = Object.entries(readings ?? {}).map(([key, r]) => ({ key, ...r }))
          const chosen = settings.find((s) => s.kind === "reading" && s.clause === clause)?.value
          const used = choices.find((c) => c.key === chosen) ?? choices[0]
          return used ? [{ clause, quote, choices, used: used.key }] : []
        }),
        can: {
          "charter.adopt": settles,
          "charter.set-limit": settles,
          "charter.adopt-rotation": settles,
          "charter.choose-reading": "as" in mayChooseReading(ctx.actor, union),
          "charter.withdraw": settles,
        },
      })
    },
  })
