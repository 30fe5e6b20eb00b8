import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { z } from "zod"
import { type Contract, path, refusalSchema } from "#kit/contract.ts"
import { type Actor, isSignedIn } from "#kit/server/actor.ts"
import { noUniversity, sendRefusal, whoAsks } from "#kit/server/http.ts"
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
    perMinute = 60,
  ): void {
    app.post(path(of), {
      schema: { body: of.input, response: { 200: of.output, "4xx": refusal } },
      config: { rateLimit: { max: perMinute, timeWindow: "1 minute" } },
      handler: async (request, reply) => {
        if (request.headers["x-qiaoliang"] !== "1")
          return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
        const asks = await whoAsks(world, request)
        if (!asks) return sendRefusal(reply, noUniversity)
        const result = await run(request.body as z.output<C["input"]>, asks, request, reply)
        return result.ok ? reply.send(result.value) : sendRefusal(reply, result.error)
      },
    })
  }

  // A hall signs in from behind one address before it checks in; wrong guesses are counted by `attempts.ts`.
  serve(
    contract.signIn,
    async (input, { university }, request, reply) => {
      const result = await signIn(world, university, callerOf(request), input)
      if (!result.ok) return result
      const { next, opened } = result.value
      if (opened) giveCookie(reply, university.id, opened, world.clock())
      return ok({ next })
    },
    1200,
  )
  serve(contract.activate, async (input, { university }, request, reply) => {
    const result = await activate(world, university, callerOf(request), input)
    if (!result.ok) return result
    giveCookie(reply, university.id, result.value, world.clock())
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

  app.get(path(contract.setUpNeeded), {
    schema: { response: { 200: contract.setUpNeeded.output } },
    handler: async () => ({ needed: (await world.firstUniversity()) === undefined }),
  })
  app.post(path(contract.setUp), {
    schema: {
      body: contract.setUp.input,
      response: { 200: contract.setUp.output, "4xx": refusal },
    },
    config: { rateLimit: { max: 10, timeWindow: "1 minute" } },
    handler: async (request, reply) => {
      if (request.headers["x-qiaoliang"] !== "1")
        return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
      const { token, name, shortName, ...admin } = request.body as z.output<(typeof contract.setUp)["input"]>
      const result = await setUpFirst(world, token, { university: { name, shortName }, ...admin })
      return result.ok ? reply.send(result.value) : sendRefusal(reply, result.error)
    },
  })
}
