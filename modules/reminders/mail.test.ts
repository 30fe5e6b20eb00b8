import { unwrap } from "@qiaoliang/basics"
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { startJobs } from "#kit/server/jobs.ts"
import { buildAccount } from "#modules/accounts/build.ts"
import { beginTest } from "#modules/courses/build.ts"
import { remindersWorld, silent } from "./build.ts"
import { address, confirm, forget, frequency, machine, retry, settings } from "./contract.ts"
import { openReceivers } from "./receivers.ts"

const receivers = await openReceivers()
const { letters, origin } = receivers
const { w, digest, deliver } = await remindersWorld({
  smtp: receivers.smtp,
  from: "桥梁 <xsh@example.edu.cn>",
  site: "https://xsh.example.edu.cn",
  origins: [origin],
})
afterAll(receivers.close)
const league = await w.as("F1")
const deputy = await w.as("F2")
const affairs = await w.as("A1")
const student = await w.as("S1")
await buildAccount(w, { number: "ADMIN", admin: true })
const admin = await w.as("ADMIN")

const begin = async (title: string) =>
  unwrap(await student.post(beginTest, { title, about: ["S1"], faculty: "文学院" }))
const codeIn = (mail: string) => /验证码：(\d{6})/.exec(mail)?.[1] ?? ""

beforeEach(() => {
  receivers.state.full = false
  letters.length = 0
  w.moveTo("2025-11-17T00:00:00Z")
})

describe("reminders.address", () => {
  it("refuses the stranger, and everybody where the operator has set no mail server", async () => {
    expect((await w.stranger.post(address, { address: "a@example.edu.cn" })).status).toBe(401)
    const quiet = await remindersWorld(silent)
    const person = await quiet.w.as("F1")
    const answer = await person.post(address, { address: "a@example.edu.cn" })
    expect(answer).toMatchObject({ status: 409, error: { because: "本系统还没有设置发信服务器" } })
    expect(unwrap(await person.get(settings, {})).mail.ready).toBe(false)
  })

  it("takes an address only with the code sent there, and nothing is on by itself", async () => {
    expect((await league.post(frequency, { frequency: "daily" })).status).toBe(409)
    expect((await league.post(address, { address: "not an address" })).status).toBe(400)
    expect((await league.post(address, { address: "f1@example.edu.cn" })).ok).toBe(true)
    expect(letters).toEqual([])
    await deliver()
    expect(letters).toMatchObject([{ to: "f1@example.edu.cn" }])
    const code = codeIn(letters[0]!.text)
    expect(code).toMatch(/^\d{6}$/)
    const wrong = code === "000000" ? "000001" : "000000"
    expect((await league.post(confirm, { code: wrong })).status).toBe(400)
    expect((await deputy.post(confirm, { code })).status).toBe(409)
    expect((await league.post(confirm, { code })).ok).toBe(true)
    expect((await league.post(confirm, { code })).status).toBe(409)
    expect(unwrap(await league.get(settings, {})).mail).toEqual({
      ready: true,
      frequency: "off",
      address: "f1@example.edu.cn",
      pending: null,
    })
    expect(unwrap(await deputy.get(settings, {})).mail.address).toBeNull()
  })

  it("spends a code after five guesses and half an hour, and gives five codes a day", async () => {
    await deputy.post(address, { address: "f2@example.edu.cn" })
    await deliver()
    const code = codeIn(letters[0]!.text)
    const wrong = code === "000000" ? "000001" : "000000"
    for (let i = 0; i < 5; i++) expect((await deputy.post(confirm, { code: wrong })).status).toBe(400)
    expect((await deputy.post(confirm, { code })).status).toBe(409)
    await deputy.post(address, { address: "f2@example.edu.cn" })
    await deliver()
    w.moveTo("2025-11-17T00:31:00Z")
    expect((await deputy.post(confirm, { code: codeIn(letters[1]!.text) })).status).toBe(409)
    for (let i = 0; i < 3; i++)
      expect((await deputy.post(address, { address: "f2@example.edu.cn" })).ok).toBe(true)
    const sixth = await deputy.post(address, { address: "f2@example.edu.cn" })
    expect(sixth.status).toBe(429)
    expect((await deputy.post(forget, {})).ok).toBe(true)
  })
})

describe("the digest", () => {
  it("tells what waits in counts, the late first, and names nobody", async () => {
    await begin("张三：推荐为候选人（中共党员，排名 3/120）")
    await begin("李四：推荐为候选人")
    await digest()
    await deliver()
    expect(letters).toEqual([])
    expect((await league.post(frequency, { frequency: "daily" })).ok).toBe(true)
    w.moveTo("2025-11-21T00:00:00Z")
    await digest()
    await digest()
    await deliver()
    expect(letters).toHaveLength(1)
    const [letter] = letters
    expect(letter?.to).toBe("f1@example.edu.cn")
    expect(letter?.text).toContain("桥梁大学学生会工作：待办 2 件，其中逾期 2 件")
    expect(letter?.text).toContain(
      "文学院团组织 书记：试验程序：学院（系）团组织推荐 2 件，逾期 2 件，最早应于2025年11月20日前办结",
    )
    expect(letter?.text).toContain("https://xsh.example.edu.cn/office/reminders/settings")
    for (const word of ["张三", "李四", "党员", "3/120", "F1号", "S1"])
      expect(letter?.text).not.toContain(word)
  })

  it("keeps still on days off, and weekly until the week is new", async () => {
    await league.post(frequency, { frequency: "weekly" })
    w.moveTo("2025-11-22T00:00:00Z")
    await digest()
    await deliver()
    expect(letters).toEqual([])
    w.moveTo("2025-11-25T00:00:00Z")
    await digest()
    w.moveTo("2025-11-26T00:00:00Z")
    await digest()
    await deliver()
    expect(letters).toHaveLength(1)
    expect(letters[0]?.text).toContain("每周第一个工作日")
  })
})

describe("the outbox", () => {
  it("tries again after a while, gives up in the end, and shows the administrator", async () => {
    expect((await w.stranger.get(machine, {})).status).toBe(401)
    expect((await league.get(machine, {})).status).toBe(403)
    receivers.state.full = true
    await affairs.post(address, { address: "a1@example.edu.cn" })
    await deliver()
    const shown = async () => unwrap(await admin.get(machine, {})).items
    expect(await shown()).toMatchObject([
      { to: "a***@example.edu.cn", tries: 1, givenUp: false, kind: "code" },
    ])
    // Not before its time.
    await deliver()
    expect((await shown())[0]?.tries).toBe(1)
    w.moveTo("2025-11-17T00:01:00Z")
    receivers.state.full = false
    await deliver()
    expect(letters).toHaveLength(1)
    expect(await shown()).toEqual([])
  })

  it("gives up a mailbox that is not there at once", async () => {
    await affairs.post(address, { address: "nobody@example.edu.cn" })
    await deliver()
    const [given] = unwrap(await admin.get(machine, {})).items
    expect(given).toMatchObject({ givenUp: true, tries: 1, can: { retry: false } })
    // Its code is gone; there is nothing to send again.
    expect((await admin.post(retry, { id: given!.id })).status).toBe(404)
    expect((await affairs.post(forget, {})).ok).toBe(true)
    expect(unwrap(await admin.get(machine, {})).items).toEqual([])
  })
})

describe("the jobs", () => {
  it("are shown to the administrator as pg-boss keeps them, and before they ever ran", async () => {
    const jobs = async () => unwrap(await admin.get(machine, {})).jobs
    expect((await jobs()).map((j) => [j.title, j.lastDone])).toEqual([
      ["检查逾期", null],
      ["发送待发消息", null],
      ["汇总待办", null],
    ])
    const running = await startJobs(w.world)
    const run = (state: string, output: object) =>
      w.world.db.pool.query(
        "insert into pgboss.job (name, state, completed_on, output) values ('courses.late', $1, now(), $2)",
        [state, output],
      )
    await run("completed", {})
    await run("failed", { message: "没有连上" })
    const [late, , digests] = await jobs()
    await running.stop()
    expect(late).toMatchObject({ failures: 1, error: "没有连上" })
    expect(late?.lastDone).not.toBeNull()
    expect(digests).toMatchObject({ lastDone: null, lastFailed: null, failures: 0 })
  }, 30_000)
})
