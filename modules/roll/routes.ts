import { chineseDay, ok } from "@qiaoliang/basics"
import type { FastifyInstance } from "fastify"
import { toDocx } from "#kit/paper/docx.ts"
import { toXlsx } from "#kit/paper/index.ts"
import { toPdf } from "#kit/paper/pdf.ts"
import { isSignedIn } from "#kit/server/actor.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { World } from "#kit/server/world.ts"
import { theAssembly } from "#modules/assembly/index.ts"
import { mayReadRoll } from "./abilities.ts"
import { attendanceSheet, signInPaper } from "./paper.ts"
import { attendeesOf } from "./people.ts"

const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const

/** `/api/roll/ID/attendance.xlsx`, `/api/roll/ID/sign-in.docx` and `.pdf`: with names, for those who read the roll. */
export function routes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { id: string; file: string } }>(
    "/api/roll/:id/:file",
    { schema: { hide: true } },
    async (request, reply) => {
      const wanted = /^(?:attendance\.(xlsx)|sign-in\.(docx|pdf))$/.exec(request.params.file)
      const asks = await whoAsks(world, request)
      if (!asks || !isSignedIn(asks.actor))
        return sendRefusal(reply, { code: "not-signed-in", because: "请先登录" })
      if (!wanted) return sendRefusal(reply, { code: "not-found", because: "没有这份文件" })
      const found = await world.within(asks.university, asks.actor, async (ctx) => {
        const of = await theAssembly(ctx, { assembly: request.params.id })
        if (!of.ok) return of
        const may = mayReadRoll(ctx.actor, of.value)
        if ("refusal" in may) return { ok: false as const, error: may.refusal }
        const people = await attendeesOf(ctx.tx, of.value.assembly)
        await world.log(ctx, "roll.export", may.as, { assembly: of.value.assembly.id, rows: people.length })
        return ok({ ...of.value, people })
      })
      if (!found.ok) return sendRefusal(reply, found.error)
      const { assembly, union, people } = found.value
      const kind = (wanted[1] ?? wanted[2]) as keyof typeof types
      const paper = () =>
        signInPaper(
          {
            assembly: assembly.name,
            union: union.name,
            when: `${chineseDay(assembly.day)} ${assembly.time}`,
            place: assembly.place,
            day: assembly.day,
          },
          people,
        )
      const bytes =
        kind === "xlsx"
          ? await toXlsx([attendanceSheet(people)])
          : kind === "pdf"
            ? await toPdf(paper())
            : await toDocx(paper())
      const name = encodeURIComponent(`${assembly.name}${kind === "xlsx" ? "签到情况" : "签到表"}.${kind}`)
      return reply
        .header("content-disposition", `attachment; filename*=UTF-8''${name}`)
        .header("cache-control", "no-store")
        .type(types[kind])
        .send(Buffer.from(bytes))
    },
  )
}
