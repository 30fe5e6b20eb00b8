import { type Day, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayPrepare } from "../abilities.ts"
import { projectsDecide } from "../contract.ts"
import { toChange } from "../load.ts"
import { freePlaces } from "../places.ts"
import { changeVolunteers, volunteersOf } from "../store-volunteers.ts"

/** One decision over a selected set: into the project, onto the waiting list, or not this time. */
export const decide = action(projectsDecide, {
  load: toChange,
  may: mayPrepare,
  run: async (ctx, { volunteers: ids, decision, because }, { project: p }) => {
    if (p.status !== "recruiting" && p.status !== "running") return refuse("conflict", "项目不在招募或进行中")
    if (decision !== "accepted" && !because)
      return refuse("invalid", "列入候补或不录用须写明理由", { at: "because", clause: "3.10" })
    const all = await volunteersOf(ctx.tx, [p.id])
    const chosen = all.filter((v) => ids.includes(v.id))
    if (chosen.length !== new Set(ids).size) return refuse("not-found", "有人不在本项目的报名名单中")
    const gone = chosen.find((v) => v.state === "withdrawn")
    if (gone) return refuse("conflict", `${gone.name}已退出报名`)
    const incoming = chosen.filter((v) => v.state !== "accepted").length
    const free = freePlaces(p, all)
    if (decision === "accepted" && incoming > free)
      return refuse("conflict", `还剩${free}个名额，不能再录用${incoming}人`, {
        cure: "少选几人，列入候补，或在方案中增加人数",
      })
    const posted = chosen.filter((v) => v.state === "accepted").map((v) => v.id)
    if (decision === "accepted") {
      const fresh = chosen.filter((v) => v.state !== "accepted").map((v) => v.id)
      await changeVolunteers(ctx.tx, fresh, accepted(ctx.today, ctx.actor.name))
    } else {
      if (posted.length > 0 && decision === "waiting")
        return refuse("conflict", "已录用的志愿者不能退回候补", {
          cure: "不再需要的，选择“不录用”并写明理由",
        })
      await changeVolunteers(ctx.tx, posted, { until: ctx.today })
      await changeVolunteers(
        ctx.tx,
        chosen.map((v) => v.id),
        { state: decision, because: because ?? null, decidedByName: ctx.actor.name },
      )
    }
    ctx.note({ project: p.id, decision, volunteers: chosen.length })
    return ok({ decided: chosen.length })
  },
})

/** A post begins: what a volunteer's row says from then on. */
export const accepted = (from: Day, by: string | null) => ({
  state: "accepted" as const,
  because: null,
  decidedByName: by,
  fromDay: from,
  until: null,
})
