import { readFile, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startPostgres } from "./launch.ts"
import { isServerOf } from "./postmaster.ts"
import { ask, asOrdinaryUser, asRoot, endAll, runAlone, temporaryFolder } from "./rehearsal.ts"

afterAll(endAll)

describe("a server started in a path with spaces and Chinese characters", () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  let folder: string
  beforeAll(async () => {
    folder = join(await temporaryFolder("学生会 数据"), "第 一 学院")
    server = await startPostgres({ dataDir: folder })
  })
  afterAll(() => server.stop())

  test("lives in the folder wanted and stays durable", async () => {
    expect(server.folder).toBe(folder)
    const settings = ["fsync", "synchronous_commit", "full_page_writes"]
    for (const name of settings) expect(await ask(server.superUrl, `show ${name}`)).toBe("on")
  })

  test("sorts and classifies by the builtin C.UTF-8, so that pg_trgm works on Chinese", async () => {
    const locale = "select concat(datlocprovider, datlocale, pg_encoding_to_char(encoding)) from pg_database"
    expect(await ask(server.url, `${locale} where datname = current_database()`)).toBe("bC.UTF-8UTF8")
    await ask(server.url, "create extension pg_trgm")
    expect(await ask(server.url, "select similarity('洗衣机坏了','洗衣机坏')")).toBeGreaterThan(0.5)
    expect(await ask(server.url, "select similarity('洗衣机坏了','食堂')")).toBe(0)
  })

  test("listens on the loopback address only and has no unix socket", async () => {
    expect(await ask(server.superUrl, "show listen_addresses")).toBe("127.0.0.1")
    expect(await ask(server.superUrl, "show unix_socket_directories")).toBe("")
    const everywhere = new URL(server.url)
    everywhere.hostname = "127.0.0.2"
    await expect(ask(everywhere.href, "select 1")).rejects.toThrow("ECONNREFUSED")
  })

  test("asks for the generated password, kept where only the owner reads it", async () => {
    const wrong = new URL(server.url)
    wrong.password = "qiaoliang"
    await expect(ask(wrong.href, "select 1")).rejects.toMatchObject({ code: "28P01" })
    expect(
      await ask(server.superUrl, "select rolpassword from pg_authid where rolname = 'qiaoliang'"),
    ).toMatch(/^SCRAM-SHA-256/)
    const kept = join(folder, "postgres-18", "passwords.json")
    expect((await stat(kept)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(kept, "utf8")).qiaoliang).toBe(new URL(server.url).password)
  })

  test("gives the app a role that owns its database and is held by row-level security", async () => {
    const owner = "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"
    expect(await ask(server.url, owner)).toBe("qiaoliang")
    const powers = "select concat(rolsuper, rolbypassrls, rolcreatedb, rolcreaterole) from pg_roles"
    expect(await ask(server.url, `${powers} where rolname = current_user`)).toBe("ffff")
    await ask(server.url, "create table need (university text)")
    await ask(server.url, "insert into need values ('甲')")
    expect(await ask(server.url, "select count(*)::int from need")).toBe(1)
    await ask(server.url, "alter table need enable row level security, force row level security")
    expect(await ask(server.url, "select count(*)::int from need")).toBe(0)
  })

  test("keeps what was written over a stop and a start", async () => {
    await ask(server.url, "create table kept as select '桥梁' as word")
    await server.stop()
    await server.stop()
    await expect(ask(server.url, "select 1")).rejects.toThrow("ECONNREFUSED")
    server = await startPostgres({ dataDir: folder })
    expect(await ask(server.url, "select word from kept")).toBe("桥梁")
    expect(await readFile(join(folder, "postgres-18", "postgres.log"), "utf8")).not.toContain(
      "was not properly shut down",
    )
  })
})

test("the second app on one folder is told so in Chinese, and the first goes on", async () => {
  const dataDir = await temporaryFolder()
  const first = await runAlone(dataDir)
  const here = startPostgres({ dataDir })
  await expect(here).rejects.toMatchObject({ name: "FolderInUse" })
  await expect(here).rejects.toThrow(`正被另一个桥梁程序使用（进程号 ${first.pid}）`)
  await expect(runAlone(dataDir)).rejects.toThrow("正被另一个桥梁程序使用")
  expect(await ask(first.url, "select 1")).toBe(1)
  await first.end("SIGTERM")
  const next = await startPostgres({ dataDir })
  await next.stop()
})

test("of three apps starting at once on an empty folder exactly one gets it", async () => {
  const dataDir = await temporaryFolder()
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => runAlone(dataDir)))
  const winners = outcomes.filter((outcome) => outcome.status === "fulfilled")
  expect(
    outcomes.filter((outcome) => outcome.status === "rejected").map((each) => String(each.reason)),
  ).toEqual([1, 2].map(() => expect.stringContaining("正被另一个桥梁程序使用")))
  expect(winners).toHaveLength(1)
  expect(await ask(winners[0]!.value.url, "select 1")).toBe(1)
  await winners[0]!.value.end("SIGTERM")
})

test("what an app acknowledged before it was killed is there after the next start", async () => {
  const dataDir = await temporaryFolder()
  const killed = await runAlone(dataDir)
  await ask(killed.url, "create table kept as select 7 as number")
  await killed.end("SIGKILL")
  expect(await ask(killed.url, "select number from kept")).toBe(7) // its server is left over
  const next = await startPostgres({ dataDir })
  await expect(ask(killed.url, "select 1")).rejects.toThrow("ECONNREFUSED")
  expect(await ask(next.url, "select number from kept")).toBe(7)
  await next.stop()
})

test("an app that ends without saying stop takes its server along", async () => {
  const app = await runAlone(await temporaryFolder(), { thenExit: true })
  await app.ended
  await expect
    .poll(() => ask(app.url, "select 1").then(String, (error: Error) => error.message), { timeout: 10_000 })
    .toContain("ECONNREFUSED")
})

test("a pid file left by a dead server, its id now a stranger's, does not stand in the way", async () => {
  const dataDir = await temporaryFolder()
  const first = await startPostgres({ dataDir })
  const file = join(dataDir, "postgres-18", "cluster", "postmaster.pid")
  const left = await readFile(file, "utf8")
  await first.stop()
  await writeFile(file, left.replace(/^\d+/, String(process.ppid)))
  expect(await isServerOf(process.ppid, join(dataDir, "postgres-18", "cluster"))).toBe(false)
  const second = await startPostgres({ dataDir })
  expect(await ask(second.url, "select 1")).toBe(1)
  await second.stop()
})

test("a server that dies by itself is reported", async () => {
  const dataDir = await temporaryFolder()
  const lost = new Promise<Error>((resolve, reject) => {
    startPostgres({ dataDir, onLost: resolve })
      .then(async () => {
        const file = await readFile(join(dataDir, "postgres-18", "cluster", "postmaster.pid"), "utf8")
        process.kill(Number.parseInt(file, 10), "SIGKILL")
      })
      .catch(reject)
  })
  expect((await lost).message).toContain("数据库意外停止（SIGKILL）")
  const next = await startPostgres({ dataDir }) // while orphans of the killed server may still be leaving
  expect(await ask(next.url, "select 1")).toBe(1)
  await next.stop()
})

test("a folder written by another PostgreSQL is refused, not greeted with an empty database", async () => {
  const dataDir = await temporaryFolder()
  await writeFile(join(dataDir, "postgres-17"), "")
  await expect(startPostgres({ dataDir })).rejects.toThrow("由 PostgreSQL 17 写的")
  await rm(join(dataDir, "postgres-17"))
})

describe.skipIf(!asRoot)("started by root", () => {
  test("runs as another user, who owns the data", async () => {
    const dataDir = await temporaryFolder()
    const server = await startPostgres({ dataDir })
    const pid = Number.parseInt(
      await readFile(join(dataDir, "postgres-18", "cluster", "postmaster.pid"), "utf8"),
      10,
    )
    expect((await stat(`/proc/${pid}`)).uid).not.toBe(0)
    expect((await stat(join(dataDir, "postgres-18", "cluster"))).uid).toBe((await stat(`/proc/${pid}`)).uid)
    await server.stop()
  })

  test("moves to the spare folder what that user cannot reach, and finds it again", async () => {
    const closed = await temporaryFolder("closed", 0o700) // as /root is
    const spare = join(await temporaryFolder(), "var lib")
    const dataDir = join(closed, "数据")
    const first = await startPostgres({ dataDir, spare })
    expect(first.folder.startsWith(`${spare}/`)).toBe(true)
    expect(await readFile(join(dataDir, "数据在哪里.txt"), "utf8")).toContain(first.folder)
    await ask(first.url, "create table kept as select 7 as number")
    await first.stop()
    const second = await startPostgres({ dataDir, spare })
    expect(await ask(second.url, "select number from kept")).toBe(7)
    await second.stop()
  })

  test("an ordinary user needs none of that", async () => {
    const dataDir = await temporaryFolder("nobody's", 0o777)
    const app = await runAlone(dataDir, { as: asOrdinaryUser })
    expect(app.folder).toBe(dataDir)
    expect(await ask(app.url, "select 1")).toBe(1)
    await app.end("SIGTERM")
    // Root then continues as the owner of what is there.
    const next = await startPostgres({ dataDir })
    expect((await stat(join(dataDir, "postgres-18", "cluster", "postmaster.pid"))).uid).toBe(
      asOrdinaryUser.uid,
    )
    await next.stop()
  })
})
