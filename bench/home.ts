import { existsSync, readFileSync } from "node:fs"
import { mkdtemp } from "node:fs/promises"
import { type AddressInfo, createServer } from "node:net"
import { join } from "node:path"
import { assemble } from "#apps/server/assemble.ts"
import { servePages } from "#apps/server/pages.ts"
import { loadSample } from "#apps/server/sample.ts"
import { openBrowser } from "../apps/web/for-tests/browser.ts"
import type { Ground } from "./product.ts"
import { type Line, median } from "./report.ts"

const tool = new URL("lighthouse/node_modules/lighthouse/core/index.js", import.meta.url)
/** A student of the sample without any office. */
const student = "202201010101"

interface Audit {
  readonly numericValue?: number
}
interface Report {
  readonly runtimeError?: { readonly message: string }
  readonly finalDisplayedUrl: string
  readonly categories: Readonly<Record<"performance" | "accessibility", { readonly score: number | null }>>
  readonly audits: Readonly<Record<string, Audit>>
}
type Lighthouse = (url: string, flags: object) => Promise<{ lhr: Report }>

export const isInstalled = (): boolean => existsSync(tool)

/** Lighthouse as it looks at a phone (slow 4G, a processor at a quarter): the student's page, signed in, first visit. */
export async function homeLines(ground: Ground, rounds: number): Promise<Line[]> {
  const lighthouse = ((await import(tool.href)) as { default: Lighthouse }).default
  const { url } = await ground.database()
  const dataDir = await mkdtemp(join(ground.folder, "home-"))
  const { world, app, close } = await assemble({ url, dataDir, quiet: true })
  const port = await freePort()
  const browser = await openBrowser([`--remote-debugging-port=${port}`])
  try {
    await servePages(app)
    await loadSample(world, () => {})
    const address = await app.listen({ port: 0, host: "127.0.0.1" })
    const cookie = await signIn(address, dataDir)
    const reports: Report[] = []
    for (let i = 0; i < rounds; i++) {
      const { lhr } = await lighthouse(`${address}/me`, {
        port,
        output: "json",
        logLevel: "error",
        onlyCategories: ["performance", "accessibility"],
        extraHeaders: { cookie },
      })
      if (lhr.runtimeError) throw new Error(lhr.runtimeError.message)
      reports.push(lhr)
    }
    const score = (of: "performance" | "accessibility") =>
      100 * median(reports.map((r) => r.categories[of].score ?? 0))
    const of = (id: string) => median(reports.map((r) => r.audits[id]?.numericValue ?? Number.NaN))
    const seconds = (id: string) => `${(of(id) / 1000).toFixed(1)} s`
    return [
      {
        name: "Lighthouse, student's home on a phone: performance",
        figure: score("performance"),
        unit: "points",
        least: 95,
        raw: `median of ${rounds}; first paint ${seconds("first-contentful-paint")}, largest ${seconds("largest-contentful-paint")}, blocked ${of("total-blocking-time").toFixed(0)} ms, shift ${of("cumulative-layout-shift").toFixed(3)}`,
      },
      {
        name: "Lighthouse, student's home on a phone: accessibility",
        figure: score("accessibility"),
        unit: "points",
        least: 100,
        raw: `median of ${rounds}`,
      },
    ]
  } finally {
    await browser.close()
    await close()
  }
}

async function signIn(address: string, dataDir: string): Promise<string> {
  const logins = JSON.parse(readFileSync(join(dataDir, "sample-logins.json"), "utf8")) as Record<
    string,
    string
  >
  const answer = await fetch(`${address}/api/accounts/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-qiaoliang": "1" },
    body: JSON.stringify({ number: student, password: logins[student] }),
  })
  if (!answer.ok) throw new Error(`sign-in: ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((c) => c.split(";")[0])
    .join("; ")
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((closed) => server.close(() => closed()))
  return port
}
