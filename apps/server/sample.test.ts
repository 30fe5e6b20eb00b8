import { readdirSync, readFileSync } from "node:fs"
import { mkdtemp } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { newId } from "@qiaoliang/basics"
import { openWorkbook } from "@qiaoliang/sheets"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import { rejudge } from "#modules/findings/index.ts"
import { judgeFiles } from "#modules/findings/judge-files.ts"
import { assemble } from "./assemble.ts"
import { loadSample, sampleDay } from "./sample.ts"

/** The whole product on the sample's workbooks: what a secretary sees the first morning. */
describe("the sample university", () => {
  let product: Awaited<ReturnType<typeof assemble>>
  let drop: () => Promise<void>
  let dataDir: string

  beforeAll(async () => {
    const name = `sample_${newId()}`
    const admin = new pg.Client({ connectionString: process.env.QIAOLIANG_TEST_PG_SUPER })
    await admin.connect()
    await admin.query(`create database ${name} owner qiaoliang`)
    await admin.end()
    const url = new URL(process.env.QIAOLIANG_TEST_PG!)
    url.pathname = `/${name}`
    dataDir = await mkdtemp(join(tmpdir(), "qiaoliang-sample-"))
    product = await assemble({ url: url.href, dataDir, quiet: true })
    await product.app.ready()
    await loadSample(product.world, () => {})
    drop = async () => {
      await product.close()
      const end = new pg.Client({ connectionString: process.env.QIAOLIANG_TEST_PG_SUPER })
      await end.connect()
      await end.query(`drop database ${name} with (force)`)
      await end.end()
    }
  }, 240_000)
  afterAll(() => drop?.())

  async function signIn(number: string): Promise<string> {
    const logins = JSON.parse(readFileSync(join(dataDir, "sample-logins.json"), "utf8")) as Record<
      string,
      string
    >
    const answer = await product.app.inject({
      method: "POST",
      url: "/api/accounts/sign-in",
      headers: { "x-qiaoliang": "1" },
      payload: { number, password: logins[number] },
    })
    expect(answer.statusCode).toBe(200)
    return answer.cookies.map((c) => `${c.name}=${c.value}`).join("; ")
  }

  const findingsOf = async (cookie: string) => {
    const answer = await product.app.inject({ url: "/api/findings/list", headers: { cookie } })
    expect(answer.statusCode).toBe(200)
    return answer.json<{
      items: {
        clause: string
        unionName: string
        subject: string | null
        verdict: string
        value: unknown
        people: number
      }[]
    }>().items
  }

  it("finds on the site what `check` finds in the same files", async () => {
    const folder = new URL("../../examples/minghu/", import.meta.url)
    const books = readdirSync(folder)
      .filter((n) => /\.(xlsx|csv)$/.test(n) && !n.includes("诉求"))
      .map((n) => openWorkbook(n, new Uint8Array(readFileSync(new URL(encodeURIComponent(n), folder)))))
      .flatMap((r) => (r.ok ? [r.value] : []))
    expect(books).toHaveLength(7)
    const checked = judgeFiles(books, { asOf: sampleDay, today: sampleDay })
    const line = (
      clause: string,
      union: string,
      subject: string | null,
      verdict: string,
      value: unknown,
      people: number,
    ) => [clause, union, subject ?? "", verdict, value, people].join(" | ")
    const site = await findingsOf(await signIn("T1003"))
    // Answered on the site from records that workbooks do not have: a charter, notices, needs, meetings,
    // calls, requests, projects, offices.
    const fromRecords = /^(1\.[1-4]$|2\.2|2\.5$|4\.4$|7\.[34]$|(9|10)\.)/
    expect(
      site
        .filter((f) => !fromRecords.test(f.clause))
        .map((f) => line(f.clause, f.unionName, f.subject, f.verdict, f.value, f.people))
        .sort(),
    ).toEqual(
      checked.findings
        .filter((f) => !fromRecords.test(f.clause))
        .map((f) => line(f.clause, f.union, f.subject, f.verdict, f.value, f.rows.length))
        .sort(),
    )
  })

  it("shows a faculty's League committee its own union only", async () => {
    const seen = new Set((await findingsOf(await signIn("T5001"))).map((f) => f.unionName))
    expect([...seen]).toEqual(["文学院学生会"])
  })

  it("refuses findings to an administrator without a post, and to a stranger", async () => {
    const answer = await product.app.inject({
      url: "/api/findings/list",
      headers: { cookie: await signIn("A0001") },
    })
    expect(answer.statusCode).toBe(403)
    expect((await product.app.inject({ url: "/api/findings/list" })).statusCode).toBe(401)
  })

  it("changes no finding when judged again over the same records", async () => {
    const of = (await product.world.firstUniversity())!
    const again = await product.world.within(of, nobody, (ctx) => rejudge(ctx, null))
    expect(again).toEqual({ judged: 20, changed: 0 })
  })

  it("does nothing when started again", async () => {
    const told: string[] = []
    await loadSample(product.world, (text) => told.push(text))
    expect(told).toEqual([])
  })
})
