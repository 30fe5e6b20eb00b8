import { dayOf } from "@qiaoliang/basics"
import type { FastifyInstance } from "fastify"
import { toDocx } from "#kit/paper/docx.ts"
import { toPdf } from "#kit/paper/pdf.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { inDuty } from "#modules/assembly/index.ts"
import { mayWatch } from "./abilities.ts"
import type { Doors } from "./doors.ts"
import { chairsOf, draftOf } from "./drafting.ts"
import { liveRoute } from "./live.ts"
import { theHall } from "./load.ts"
import { type MinutesPaper, paperOf } from "./paper.ts"
import { showOutcome } from "./present.ts"
import * as store from "./store.ts"
import { votesOf } from "./votes-store.ts"

const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const

export const routes =
  (doors: Doors) =>
  (app: FastifyInstance, world: World): void => {
    liveRoute(app, world, doors)
    minutesRoute(app, world, doors)
  }

/** The minutes as a file: the last version, or the draft while the assembly sits. */
function minutesRoute(app: FastifyInstance, world: World, doors: Doors): void {
  app.get<{ Params: { file: string } }>(
    "/api/hall/minutes/:file",
    { schema: { hide: true } },
    async (request, reply) => {
      const [, id, kind] = /^([0-9a-z]{26})\.(docx|pdf)$/.exec(request.params.file) ?? []
      const asks = id ? await whoAsks(world, request) : null
      const paper =
        asks && id
          ? await world.within(asks.university, asks.actor, (ctx) => paperFor(ctx, doors, id))
          : undefined
      if (!paper || (kind !== "pdf" && kind !== "docx"))
        return sendRefusal(reply, { code: "not-found", because: "没有这份会议记录" })
      const bytes = kind === "pdf" ? await toPdf(paperOf(paper)) : await toDocx(paperOf(paper))
      const name = encodeURIComponent(`${paper.name}会议记录.${kind}`)
      return reply
        .type(types[kind])
        .header("content-disposition", `attachment; filename*=UTF-8''${name}`)
        .send(Buffer.from(bytes))
    },
  )
}

async function paperFor(ctx: Ctx, doors: Doors, id: string): Promise<MinutesPaper | undefined> {
  const of = await theHall(ctx, { assembly: id })
  if (!of.ok || "refusal" in mayWatch(ctx.actor, of.value)) return undefined
  const { assembly, union, team, standing } = of.value
  if (standing.state === "waiting") return undefined
  const [last] = await store.minutesOf(ctx.tx, id)
  const confirmed = (await store.recordOf(ctx.tx, id)).find((d) => d.deed.kind === "minutes-confirmed")
  const votes = await votesOf(ctx.tx, id)
  const steward = inDuty(team, "steward")[0]
  return {
    union: union.name,
    name: assembly.name,
    day: assembly.day,
    body: last?.body ?? (await draftOf(ctx, doors, of.value)),
    chair: (await chairsOf(ctx, of.value))[0] ?? "",
    secretary: last && last.byName !== "系统" ? last.byName : (steward?.name ?? ""),
    confirmedOn: confirmed ? dayOf(confirmed.at) : null,
    votes: votes
      .filter((v) => v.state === "announced")
      .map((v) => ({
        title: v.title,
        how: v.how === "hands" ? "举手" : "记名电子",
        outcome: showOutcome(v),
      })),
  }
}
