import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openProduct } from "./product.ts"

const [asset] = readdirSync(fileURLToPath(new URL("../apps/web/dist/assets/", import.meta.url)))

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
