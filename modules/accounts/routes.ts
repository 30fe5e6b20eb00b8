import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { z } from "zod"
import { type Contract, path, refusalSchema } from "#kit/contract.ts"
import { type Actor, isSignedIn } from "#kit/server/actor.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { University, World } from "#kit/server/world.ts"
import { activate } from "./actions/activate.ts"
import { changePassword, removeSecondFactor } from "./actions/change-password.ts"
import { signIn } from "./actions/sign-in.ts"
import { callerOf } from "./caller.ts"
import * as contract from "./contract.ts"
import { giveCookie } from "./cookie.ts"
import { setUpFirst } from "./set-up.ts"

interface Asks {
  readonly university: University
  readonly actor: Actor
  readonly session: string
}

const refusal = z.object({ error: refusalSchema })

/** Before the first university exists; `token` is the one printed where the product was started. */
const setUpInput = z.object({
  token: z.string().max(80),
  name: z.string().trim().min(2).max(60),
  shortName: z.string().trim().min(1).max(20),
  adminNumber: z.string().trim().min(1).max(40),
  adminName: z.string().trim().min(1).max(60),
})

/**
 * The verbs that check a password. They are not `action`s, because those forget everything when they
 * refuse, and because a slow hash must not hold a database connection.
 */
export function routes(app: FastifyInstance, world: World): void {
  function serve<C extends Contract>(
    of: C,
    run: (
      input: z.output<C["input"]>,
      asks: Asks,
      request: FastifyRequest,
      reply: FastifyReply,
    ) => Promise<Result<z.input<C["output"]>, Refusal>>,
  ): void {
    app.post(path(of), {
      schema: { body: of.input, response: { 200: of.output, "4xx": refusal } },
      config: { rateLimit: { max: 60, timeWindow: "1 minute" } },
      handler: async (request, reply) => {
        if (request.headers["x-qiaoliang"] !== "1")
          return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
        const asks = await whoAsks(world, request)
        if (!asks) return sendRefusal(reply, { code: "not-found", because: "尚未设立学校" })
        const result = await run(request.body as z.output<C["input"]>, asks, request, reply)
        return result.ok ? reply.send(result.value) : sendRefusal(reply, result.error)
      },
    })
  }

  serve(contract.signIn, async (input, { university }, request, reply) => {
    const result = await signIn(world, university, callerOf(request), input)
    if (!result.ok) return result
    const { next, opened } = result.value
    if (opened) giveCookie(reply, university.id, opened.token, opened.expires)
    return ok({ next })
  })
  serve(contract.activate, async (input, { university }, request, reply) => {
    const result = await activate(world, university, callerOf(request), input)
    if (!result.ok) return result
    giveCookie(reply, university.id, result.value.token, result.value.expires)
    return ok({})
  })
  serve(contract.changePassword, async (input, asks, request) =>
    isSignedIn(asks.actor)
      ? changePassword({ world, ...asks, caller: callerOf(request) }, input)
      : refuse("not-signed-in", "请先登录"),
  )
  serve(contract.secondFactorRemove, async (input, asks, request) =>
    isSignedIn(asks.actor)
      ? removeSecondFactor({ world, ...asks, caller: callerOf(request) }, input)
      : refuse("not-signed-in", "请先登录"),
  )

  app.get("/api/accounts/set-up", {
    schema: { response: { 200: z.object({ needed: z.boolean() }) } },
    handler: async () => ({ needed: (await world.firstUniversity()) === undefined }),
  })
  app.post("/api/accounts/set-up", {
    schema: {
      body: setUpInput,
      response: { 200: z.object({ activationCode: z.string(), expires: z.string() }), "4xx": refusal },
    },
    config: { rateLimit: { max: 10, timeWindow: "1 minute" } },
    handler: async (request, reply) => {
      if (request.headers["x-qiaoliang"] !== "1")
        return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
      const { token, name, shortName, ...admin } = request.body as z.output<typeof setUpInput>
      const result = await setUpFirst(world, token, { university: { name, shortName }, ...admin })
      return result.ok ? reply.send(result.value) : sendRefusal(reply, result.error)
    },
  })
}
