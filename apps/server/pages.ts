import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import fastifyStatic from "@fastify/static"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { hasSession } from "#modules/accounts/index.ts"

const dist = fileURLToPath(new URL("../web/dist", import.meta.url))

/** The built web app: files by name, and for every other path the app that owns it. All as packed when built. */
export async function servePages(app: FastifyInstance): Promise<void> {
  const office = readPage("office.html")
  const site = readPage("index.html")
  const own = readPage("me.html")
  const verifier = policyIn(readFileSync(`${dist}/verify.html`, "utf8"))
  await app.register(fastifyStatic, {
    root: dist,
    index: false,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      // Built files carry a hash of their content in their names.
      const built = path.includes("/assets/")
      reply.header("cache-control", built ? "public, max-age=31536000, immutable" : "no-cache")
      // One file with its own script, which says itself what it may do: less than any other page.
      if (/\/verify\.html(\.\w+)?$/.test(path)) reply.header("content-security-policy", verifier)
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "/"
    if (request.method !== "GET" || path.startsWith("/api/"))
      return reply.code(404).send({ error: { code: "not-found", because: "没有这个地址" } })
    const inOffice = /^\/(office|sign-in|activate)(\/|$)/.test(path)
    // 公示 names people and is taken down again: nobody shall keep a copy.
    if (path.startsWith("/public-notices")) reply.header("x-robots-tag", "noindex, nofollow, noarchive")
    // It names in its head what it asks about its reader: of a stranger that would be refused.
    const theirs = path === "/me" && hasSession(request.cookies)
    return sendPage(request, reply, inOffice ? office : theirs ? own : site)
  })
}

type Page = Readonly<Partial<Record<"br" | "gzip" | "plain", Buffer>>>

function readPage(name: string): Page {
  const read = (ending: string) =>
    existsSync(`${dist}/${name}${ending}`) ? readFileSync(`${dist}/${name}${ending}`) : undefined
  const [br, gzip, plain] = [read(".br"), read(".gz"), read("")]
  return { ...(br ? { br } : {}), ...(gzip ? { gzip } : {}), ...(plain ? { plain } : {}) }
}

/** As small as the browser takes it; browsers offer brotli over https only. */
function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  const taken = `${request.headers["accept-encoding"] ?? ""}`.split(",").map((e) => e.split(";")[0]?.trim())
  const packed = (["br", "gzip"] as const).find((e) => page[e] && taken.includes(e))
  if (packed) reply.header("content-encoding", packed)
  return reply
    .header("vary", "accept-encoding, cookie")
    .header("cache-control", "no-cache")
    .type("text/html; charset=utf-8")
    .send(page[packed ?? "plain"])
}

/** The policy a page names for itself, which nobody may frame either. */
const policyIn = (page: string): string =>
  `${/content-security-policy" content="([^"]+)"/.exec(page)?.[1] ?? "default-src 'none'"}; frame-ancestors 'none'`
