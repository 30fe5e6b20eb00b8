import { dayOf } from "@qiaoliang/basics"
import type { FastifyInstance } from "fastify"
import { toDocx, toPdf, toXlsx } from "#kit/paper/index.ts"
import { isSignedIn } from "#kit/server/actor.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { mayReadAssembly, theAssembly } from "#modules/assembly/index.ts"
import { type Printed, paperOf, sheetsOf } from "./paper.ts"
import { adoptionOf, type VersionRow, versionOf } from "./store.ts"

const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
} as const
type As = keyof typeof types

/** One version as 名额分配表 (DOCX, PDF, XLSX), or as the file `qiaoliang apportion` reads. */
export function routes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { assembly: string; version: string; as: string } }>(
    "/api/seats/table/:assembly/:version.:as",
    { schema: { hide: true } },
    async (request, reply) => {
      const { assembly, version, as } = request.params
      const asks = await whoAsks(world, request)
      if (!asks || !isSignedIn(asks.actor))
        return sendRefusal(reply, { code: "not-signed-in", because: "请先登录", cure: "登录后再试" })
      const found =
        Object.hasOwn(types, as) && /^\d{1,6}$/.test(version)
          ? await world.within(asks.university, asks.actor, (ctx) => find(ctx, assembly, Number(version)))
          : undefined
      if (!found) return sendRefusal(reply, { code: "not-found", because: "没有这一版名额分配" })
      const name = `${found.printed.assembly}代表名额分配表.${as}`
      return reply
        .type(types[as as As])
        .header("cache-control", "no-store")
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(Buffer.from(await bytesOf(found, as as As)))
    },
  )
}

async function find(
  ctx: Ctx,
  assembly: string,
  version: number,
): Promise<{ row: VersionRow; printed: Printed } | undefined> {
  const of = await theAssembly(ctx, { assembly })
  if (!of.ok || "refusal" in mayReadAssembly(ctx.actor, of.value)) return undefined
  const row = await versionOf(ctx.tx, assembly, version)
  if (!row) return undefined
  const adopted = await adoptionOf(ctx.tx, assembly)
  return {
    row,
    printed: {
      assembly: of.value.assembly.name,
      union: of.value.union.name,
      version,
      countedOn: row.countedOn,
      result: row.result,
      adopted: adopted?.version === version ? { basis: adopted.basis, on: dayOf(adopted.at) } : null,
    },
  }
}

function bytesOf({ row, printed }: { row: VersionRow; printed: Printed }, as: As): Promise<Uint8Array> {
  if (as === "pdf") return toPdf(paperOf(printed))
  if (as === "docx") return toDocx(paperOf(printed))
  if (as === "xlsx") return toXlsx(sheetsOf(printed))
  return Promise.resolve(new TextEncoder().encode(JSON.stringify(row.file, null, 1)))
}
