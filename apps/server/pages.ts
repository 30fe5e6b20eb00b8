import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import fastifyStatic from "@fastify/static"
import type { FastifyInstance } from "fastify"

const dist = fileURLToPath(new URL("../web/dist", import.meta.url))

/** The built web app: files by name, and for every other path the app that owns it. */
export async function servePages(app: FastifyInstance): Promise<void> {
  const office = readFileSync(`${dist}/office.html`, "utf8")
  const site = readFileSync(`${dist}/index.html`, "utf8")
  const verifier = policyIn(readFileSync(`${dist}/verify.html`, "utf8"))
  await app.register(fastifyStatic, {
    root: dist,
    index: false,
    wildcard: false,
    setHeaders: (reply, path) => {
      // Built files carry a hash of their content in their names.
      const built = path.includes("/assets/")
      reply.header("cache-control", built ? "public, max-age=31536000, immutable" : "no-cache")
      // One file with its own script, which says itself what it may do: less than any other page.
      if (path.endsWith("/verify.html")) reply.header("content-security-policy", verifier)
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "/"
    if (request.method !== "GET" || path.startsWith("/api/"))
      return reply.code(404).send({ error: { code: "not-found", because: "没有这个地址" } })
    const inOffice = /^\/(office|sign-in|activate)(\/|$)/.test(path)
    // 公示 names people and is taken down again: nobody shall keep a copy.
    if (path.startsWith("/public-notices")) reply.header("x-robots-tag", "noindex, nofollow, noarchive")
    return reply
      .header("cache-control", "no-cache")
      .type("text/html; charset=utf-8")
      .send(inOffice ? office : site)
  })
}

/** The policy a page names for itself, which nobody may frame either. */
const policyIn = (page: string): string =>
  `${/content-security-policy" content="([^"]+)"/.exec(page)?.[1] ?? "default-src 'none'"}; frame-ancestors 'none'`
