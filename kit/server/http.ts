import cookie from "@fastify/cookie"
import helmet from "@fastify/helmet"
import multipart from "@fastify/multipart"
import rateLimit from "@fastify/rate-limit"
import swagger from "@fastify/swagger"
import { newId, type Refusal, type RefusalCode } from "@qiaoliang/basics"
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify"
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from "fastify-type-provider-zod"
import { z } from "zod"
import { path, refusalSchema } from "../contract.ts"
import { type Actor, nobody } from "./actor.ts"
import type { Served } from "./verbs.ts"
import type { University, World } from "./world.ts"

const status: Record<RefusalCode, number> = {
  invalid: 400,
  unreadable: 400,
  "not-signed-in": 401,
  "not-allowed": 403,
  "not-found": 404,
  conflict: 409,
  "against-clause": 422,
  "too-large": 413,
  "too-many": 429,
}

export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply.code(status[refusal.code] ?? 400).send({ error: refusal })
}

/** Before the first university there is nothing to ask about. */
export const noUniversity: Refusal = {
  code: "not-found",
  because: "尚未设立学校",
  cure: "请系统管理员打开启动程序时印出的链接，设立学校",
}

/** Who asks, and at which university: by session, else nobody at the first university. */
export async function whoAsks(
  world: World,
  request: FastifyRequest,
): Promise<{ university: University; actor: Actor; session: string } | null> {
  const known = await world.identify(world, request)
  const university = known ? await world.universityById(known.university) : await world.firstUniversity()
  return university ? { university, actor: known?.actor ?? nobody, session: known?.session ?? "" } : null
}

/** The HTTP face of the product: every verb and question of every module, their other routes, OpenAPI. */
export async function createApp(
  world: World,
  options: { quiet?: boolean; trustProxy?: boolean } = {},
): Promise<FastifyInstance> {
  const app = fastify({
    logger: options.quiet ? false : { level: process.env.LOG_LEVEL ?? "warn" },
    genReqId: () => newId(),
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: options.trustProxy ?? false,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // The arithmetic of secret ballots is WebAssembly; scripts still come from here only, and none is made of text.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // antd writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", "blob:"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  })
  await app.register(multipart, { limits: { fileSize: 50 * 1024 * 1024, files: 20 } })
  await app.register(rateLimit, {
    max: 1200,
    timeWindow: "1 minute",
    // A campus, or a hall of 3,000, may stand behind one address; pages and built files cost nothing.
    allowList: (request) => !request.url.startsWith("/api/"),
    errorResponseBuilder: () => ({
      statusCode: 429,
      error: { code: "too-many", because: "操作过于频繁", cure: "请稍等一分钟再试" },
    }),
  })
  await app.register(swagger, {
    openapi: { info: { title: "Qiaoliang 桥梁", version: "0.4.0" } },
    transform: jsonSchemaTransform,
  })

  app.setErrorHandler(
    (error: Error & { statusCode?: number; code?: string; validation?: unknown }, request, reply) => {
      if (hasZodFastifySchemaValidationErrors(error)) {
        const at = error.validation[0]?.instancePath.replace(/^\//, "").replaceAll("/", ".")
        const because = at ? `填写有误：${at}` : "填写有误"
        return sendRefusal(reply, { code: "invalid", because, ...(at ? { at } : {}), cure: "请更正后再提交" })
      }
      if (error.statusCode === 429) return reply.code(429).send(error)
      if (error.statusCode === 413 || error.code === "FST_REQ_FILE_TOO_LARGE")
        return sendRefusal(reply, { code: "too-large", because: "内容过大", cure: "单个文件不超过 50 MB" })
      if (error.statusCode && error.statusCode < 500)
        return sendRefusal(reply, { code: "invalid", because: "请求无法识别" })
      request.log.error({ err: error }, "unexpected")
      if (options.quiet && process.env.VITEST) console.error(error)
      return reply.code(500).send({
        error: {
          code: "internal",
          because: "系统出错，未作任何改动",
          cure: "请重试；仍不行请把编号告诉管理员",
          trace: request.id,
        },
      })
    },
  )

  app.get("/healthz", { config: { rateLimit: false } }, async () => {
    await world.db.pool.query("select 1")
    return { ready: true }
  })
  app.get("/api/openapi.json", async () => app.swagger())

  for (const module of world.modules) {
    for (const served of module.served) serveOne(app, world, served)
    module.routes?.(app, world)
  }
  return app
}

function serveOne(app: FastifyInstance, world: World, served: Served): void {
  const { contract } = served
  const posted = contract.kind === "action" || contract.inBody === true
  app.route({
    method: posted ? "POST" : "GET",
    url: path(contract),
    schema: {
      [posted ? "body" : "querystring"]: contract.input,
      response: { 200: contract.output, "4xx": refusalBody },
    },
    ...(served.perMinute ? { config: { rateLimit: { max: served.perMinute, timeWindow: "1 minute" } } } : {}),
    handler: async (request, reply) => {
      if (posted && request.headers["x-qiaoliang"] !== "1")
        return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
      const asks = await whoAsks(world, request)
      if (!asks) return sendRefusal(reply, noUniversity)
      const input = posted ? request.body : request.query
      const result = await world.serve(served, asks.university, asks.actor, input, {
        session: asks.session,
        reply,
      })
      return result.ok ? reply.send(result.value) : sendRefusal(reply, result.error)
    },
  })
}

const refusalBody = z.object({ error: refusalSchema })
