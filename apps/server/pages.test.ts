import { createHash } from "node:crypto"
import cookie from "@fastify/cookie"
import helmet from "@fastify/helmet"
import Fastify from "fastify"
import { afterAll, expect, it } from "vitest"
import { servePages } from "./pages.ts"

const app = Fastify()
await app.register(cookie)
await app.register(helmet)
await servePages(app)
afterAll(() => app.close())

const get = async (url: string, cookies: Record<string, string> = {}) => {
  const { statusCode, headers, body } = await app.inject({ method: "GET", url, cookies })
  return { statusCode, policy: String(headers["content-security-policy"]), body }
}

it("serves the page that checks archives under the policy it names itself: no address, its own script only", async () => {
  const { statusCode, policy, body } = await get("/verify.html")
  expect(statusCode).toBe(200)
  const script = /<script>([\s\S]*)<\/script>/.exec(body)?.[1] ?? ""
  const hash = createHash("sha256").update(script).digest("base64")
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-/)
  expect(policy).toContain(`script-src 'sha256-${hash}' 'wasm-unsafe-eval';`)
  expect(policy).not.toMatch(/connect-src|'self'|'unsafe-inline'|https?:/)
  expect(body).toContain(`content="${policy.replace("; frame-ancestors 'none'", "")}"`)
})

it("serves every other page under the usual one", async () => {
  for (const url of ["/", "/office", "/theme.js"]) {
    const { statusCode, policy } = await get(url)
    expect(statusCode).toBe(200)
    expect(policy).toContain("default-src 'self'")
  }
})

it("names one's own question in the head of /me for whoever brings a session", async () => {
  const { body } = await get("/me", { qiaoliang: `u1.${"a".repeat(43)}` })
  expect(body).toContain("/api/home/mine")
})

it.each<Record<string, string>>([{}, { qiaoliang: "" }, { other: "x" }])(
  "names none for a stranger: %j",
  async (cookies) => {
    const { statusCode, body } = await get("/me", cookies)
    expect(statusCode).toBe(200)
    expect(body).not.toContain("/api/home/mine")
  },
)
