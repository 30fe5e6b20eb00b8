import { refuse } from "@qiaoliang/basics"
import type { FastifyInstance } from "fastify"
import { isSignedIn } from "#kit/server/actor.ts"
import { fetchFile, keepFile } from "#kit/server/files.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { needsPractice } from "#policy/practice/needs.ts"
import { mayRaise } from "./abilities.ts"
import type { Doors } from "./doors.ts"
import { insertUpload } from "./keeping.ts"
import { studentOf } from "./load.ts"
import { photoOf } from "./photo.ts"
import { isRaiser, toTheHour } from "./raising.ts"
import { needById, needOfPhoto } from "./store.ts"

/** `POST /api/needs/photos` sends one, before the need that names it; `GET /api/needs/photos/ID` for those who may see the need. */
export const routes = (doors: Doors) => (app: FastifyInstance, world: World) => {
  const allowance = sendings()

  app.post(
    "/api/needs/photos",
    { schema: { hide: true }, config: { rateLimit: { max: 6000, timeWindow: "1 minute" } } },
    async (request, reply) => {
      if (request.headers["x-qiaoliang"] !== "1")
        return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
      const asks = await whoAsks(world, request)
      if (!asks || !isSignedIn(asks.actor))
        return sendRefusal(reply, { code: "not-signed-in", because: "请先登录" })
      const file = await request.file({ limits: { fileSize: needsPractice.photos.bytes + 1, files: 1 } })
      const bytes = await file?.toBuffer().catch(tooLarge)
      const kept = await world.within(asks.university, asks.actor, async (ctx) => {
        const may = mayRaise(ctx.actor, { student: await studentOf(ctx) })
        if ("refusal" in may) return { ok: false as const, error: may.refusal }
        if (!bytes) return refuse("invalid", "请选择照片", { at: "file" })
        const photo = photoOf(bytes)
        if (!photo.ok) return photo
        if (!allowance(ctx.actor.account, ctx.now))
          return refuse("too-many", "今天发送的照片太多", { cure: "请明天再发" })
        return { ok: true as const, value: await keep(ctx, photo.value) }
      })
      return kept.ok ? reply.send(kept.value) : sendRefusal(reply, kept.error)
    },
  )

  app.get<{ Params: { id: string } }>(
    "/api/needs/photos/:id",
    { schema: { hide: true } },
    async (request, reply) => {
      const asks = await whoAsks(world, request)
      const found =
        asks &&
        (await world.within(asks.university, asks.actor, async (ctx) =>
          (await maySee(ctx, doors, request.params.id)) ? fetchFile(ctx.tx, request.params.id) : undefined,
        ))
      if (!found) return sendRefusal(reply, { code: "not-found", because: "没有这张照片" })
      return reply
        .type(found.type)
        .header("cache-control", "private, max-age=3600")
        .header("content-disposition", "inline")
        .send(Buffer.from(found.bytes))
    },
  )
}

/** Cut off on its way: too long in any case. */
const tooLarge = () => Buffer.alloc(needsPractice.photos.bytes + 1)

/** Nothing says who sent it, nor when within the hour. */
async function keep(ctx: Ctx, photo: { readonly type: string; readonly bytes: Uint8Array }) {
  const at = toTheHour(ctx.now)
  const { id } = await keepFile(ctx.tx, { ...photo, name: "photo", by: null, at })
  await insertUpload(ctx.tx, id, at)
  return { id }
}

async function maySee(ctx: Ctx, doors: Doors, file: string): Promise<boolean> {
  const id = await needOfPhoto(ctx.tx, file)
  const need = id && (await needById(ctx.tx, id))
  if (!need) return false
  if (await isRaiser(ctx, need.id)) return true
  for (const may of doors.mayRead) if (await may(ctx, need)) return true
  return false
}

/** Photos a person may send in a day; counted in this process's memory alone, so that no record says who sent any. */
function sendings(): (account: string, now: Date) => boolean {
  const most = 2 * needsPractice.aDay * needsPractice.photos.most
  let counts = new Map<string, number>()
  let day = ""
  return (account, now) => {
    const today = now.toISOString().slice(0, 10)
    if (today !== day) {
      day = today
      counts = new Map()
    }
    const sent = (counts.get(account) ?? 0) + 1
    counts.set(account, sent)
    return sent <= most
  }
}
