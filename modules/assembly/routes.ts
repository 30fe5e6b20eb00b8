import type { FastifyInstance } from "fastify"
import { toDocx } from "#kit/paper/docx.ts"
import { toPdf } from "#kit/paper/pdf.ts"
import { mayAs } from "#kit/server/actor.ts"
import { documentRoutes, paperTypes } from "#kit/server/documents.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { World } from "#kit/server/world.ts"
import { mayReadAssembly } from "./abilities.ts"
import { assemblyOfPaper } from "./agenda-store.ts"
import { isPublic } from "./assembly.ts"
import { drawn, paperedOf } from "./documents.ts"
import { theAssembly } from "./load.ts"
import type { Parts } from "./parts.ts"
import { servingOf } from "./store.ts"

/** Papers for agenda items, in and out; the assembly's own documents as files. */
export const routes =
  ({ readiness = [], readers = [] }: Parts) =>
  (app: FastifyInstance, world: World) => {
    documentRoutes(app, world, {
      at: "/api/assembly/papers",
      maySend: async (ctx) => {
        const serves = (await servingOf(ctx.tx, ctx.actor.number)).length > 0
        return mayAs(ctx.actor, "筹备大会的人员", (c) => serves || c.office !== "class-branch", "6.1")
      },
      mayFetch: async (ctx, id) => {
        const assembly = await assemblyOfPaper(ctx.tx, id)
        const of = assembly ? await theAssembly(ctx, { assembly }) : undefined
        if (!of?.ok) return false
        if ("as" in mayReadAssembly(ctx.actor, of.value)) return true
        if (!isPublic(of.value.assembly.state)) return false
        for (const reads of readers) if (await reads(ctx, of.value.assembly)) return true
        return false
      },
    })

    app.get<{ Params: { id: string; file: string } }>(
      "/api/assembly/documents/:id/:file",
      { schema: { hide: true } },
      async (request, reply) => {
        const wanted = /^([a-z-]+)\.(docx|pdf)$/.exec(request.params.file)
        const asks = wanted ? await whoAsks(world, request) : null
        const paper =
          asks && wanted
            ? await world.within(asks.university, asks.actor, async (ctx) => {
                const of = await theAssembly(ctx, { assembly: request.params.id })
                if (!of.ok || "refusal" in mayReadAssembly(ctx.actor, of.value)) return undefined
                return drawn(await paperedOf(ctx, of.value, readiness), wanted[1]!)
              })
            : undefined
        if (!paper || !wanted) return sendRefusal(reply, { code: "not-found", because: "没有这份文件" })
        const bytes = wanted[2] === "pdf" ? await toPdf(paper) : await toDocx(paper)
        const name = encodeURIComponent(`${paper.title.replace("\n", "")}.${wanted[2]}`)
        return reply
          .type(paperTypes[`.${wanted[2]}`]!)
          .header("content-disposition", `attachment; filename*=UTF-8''${name}`)
          .send(Buffer.from(bytes))
      },
    )
  }
