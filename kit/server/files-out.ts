import { type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { FastifyReply, FastifyRequest } from "fastify"
import { isSignedIn } from "./actor.ts"
import { RollBack } from "./db.ts"
import { noUniversity, whoAsks } from "./http.ts"
import type { Ctx, World } from "./world.ts"

export const endings = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ics: "text/calendar; charset=utf-8",
} as const
export type Ending = keyof typeof endings

/** A file made for this request, called `NAME.ending`: of now, so that nothing on the way keeps it. */
export const sendMade = (
  reply: FastifyReply,
  name: string,
  ending: Ending,
  bytes: Uint8Array,
): FastifyReply =>
  reply
    .type(endings[ending])
    .header("cache-control", "no-store")
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${ending}`)}`)
    .send(Buffer.from(bytes))

/** What is asked outside the verbs, by whoever is signed in: in one transaction, which a refusal takes back. */
export async function asking<T>(
  world: World,
  request: FastifyRequest,
  work: (ctx: Ctx) => Promise<Result<T, Refusal>>,
  who: "signed-in" | "anyone" = "signed-in",
): Promise<Result<T, Refusal>> {
  const asks = await whoAsks(world, request)
  if (who === "signed-in" && (!asks || !isSignedIn(asks.actor)))
    return refuse("not-signed-in", "请先登录", { cure: "登录后再试" })
  if (!asks) return { ok: false, error: noUniversity }
  try {
    return await world.within(asks.university, asks.actor, async (ctx) => {
      const done = await work(ctx)
      if (!done.ok) throw new RollBack(done)
      return done
    })
  } catch (error) {
    if (error instanceof RollBack) return error.value as Result<T, Refusal>
    throw error
  }
}
