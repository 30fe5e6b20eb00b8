import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openProduct } from "./product.ts"

const assets = fileURLToPath(new URL("../apps/web/dist/assets/", import.meta.url))
const [asset] = readdirSync(assets)

/** A lecture hall behind one address, everybody opening the product in the same minute. */
describe("many requests from one address", () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  beforeAll(async () => {
    product = await openProduct({ empty: true })
  })
  afterAll(() => product?.shut())

  const ask = async (url: string, remoteAddress: string) => {
    const codes = new Set<number>()
    for (let i = 0; i < 1300; i++)
      codes.add((await product.app.inject({ method: "HEAD", url, remoteAddress })).statusCode)
    return codes
  }

  it("are never too many for the built files", async () => {
    expect(await ask(`/assets/${asset}`, "10.0.0.1")).toEqual(new Set([200]))
  })

  it("are too many for anything else", async () => {
    expect(await ask("/api/site/home", "10.0.0.2")).toContain(429)
  })
})

/** What was packed when the pages were built, served as the browser takes it. */
describe("the built files", () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  beforeAll(async () => {
    product = await openProduct({ empty: true })
  })
  afterAll(() => product?.shut())

  const ask = async (url: string, taken?: string) => {
    const headers = taken ? { "accept-encoding": taken } : {}
    const answer = await product.app.inject({ method: "GET", url, headers })
    return { ...answer.headers, size: answer.rawPayload.length }
  }
  const script = readdirSync(assets).find((name) => /^frame-.*\.js$/.test(name))

  it.each(["/", "/me", "/calls", "/office", `/assets/${script}`, "/worker.js", "/verify.html"])(
    "%s comes as brotli, as gzip, or as it is",
    async (url) => {
      const [br, gzip, plain] = [await ask(url, "gzip, deflate, br"), await ask(url, "gzip"), await ask(url)]
      expect([br, gzip, plain].map((a) => a["content-encoding"])).toEqual(["br", "gzip", undefined])
      expect(br.size).toBeLessThan(gzip.size)
      expect(gzip.size).toBeLessThan(plain.size)
      for (const a of [br, gzip]) expect(a.vary).toMatch(/accept-encoding/i)
    },
  )

  it("are kept by their names for ever; pages and the worker are asked for anew", async () => {
    expect((await ask(`/assets/${script}`, "br"))["cache-control"]).toContain("immutable")
    for (const url of ["/me", "/", "/worker.js", "/manifest.webmanifest"])
      expect((await ask(url, "br"))["cache-control"]).toBe("no-cache")
  })

  it("say what they may do, packed or not: the page that checks archives less than any other", async () => {
    for (const taken of ["br", undefined]) {
      const policy = `${(await ask("/verify.html", taken))["content-security-policy"]}`
      expect(policy).toContain("default-src 'none'")
      expect(`${(await ask("/me", taken))["content-security-policy"]}`).toContain("script-src 'self'")
    }
  })
})
