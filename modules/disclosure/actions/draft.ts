import { chineseDay, type Day, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayPrepare } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Sources } from "../gather.ts"
import { blankOwn } from "../input.ts"
import * as store from "../store.ts"
import { capacityOf, compile } from "../work.ts"

/** Compose from the live facts; what was filled in before is kept. */
export const draft = (from: Sources) =>
  action(contract.draft, {
    load: async (ctx, { unionId }) => {
      const union = await from.union(ctx, unionId)
      return union ? ok({ union }) : refuse("not-found", "没有这个学生会组织")
    },
    may: mayPrepare,
    run: async (ctx, { unionId, schoolYear, day }, about) => {
      const asOf = day ?? lastDay(schoolYear, ctx.today)
      if (asOf > ctx.today) return refuse("invalid", "取数日期不能晚于今天", { at: "day" })
      if (asOf < `${schoolYear}-09-01` || asOf > `${schoolYear + 1}-08-31`)
        return refuse("invalid", `${chineseDay(asOf)}不在${schoolYear}—${schoolYear + 1}学年内`, {
          at: "day",
          cure: "学年自9月1日起，至次年8月31日止",
        })
      const gathered = await from.gather(ctx, unionId, schoolYear, asOf)
      if (!gathered.ok) return gathered
      const known = await store.headOf(ctx.tx, unionId, schoolYear)
      const before = known && (await store.versionOf(ctx.tx, known.id, known.version))
      const head = known ?? (await store.openHead(ctx.tx, { unionId, schoolYear, at: ctx.now }))
      return compile(
        ctx,
        head,
        { ...gathered.value, own: before?.grounds.own ?? blankOwn },
        {
          move: "draft",
          what: `按${chineseDay(asOf)}的记录取数`,
          capacity: capacityOf(mayPrepare(ctx.actor, about)),
        },
      )
    },
  })

const lastDay = (schoolYear: number, today: Day): Day =>
  today < `${schoolYear + 1}-08-31` ? today : `${schoolYear + 1}-08-31`
