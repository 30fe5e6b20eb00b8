import { createHmac } from "node:crypto"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { unwrap } from "@qiaoliang/basics"
import { SMTPServer } from "smtp-server"
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { startJobs } from "#kit/server/jobs.ts"
import { buildAccount } from "#modules/accounts/build.ts"
import { beginTest } from "#modules/courses/build.ts"
import { addUnion, hold } from "#modules/offices/build.ts"
import { remindersWorld, silent } from "./build.ts"
import {
  addRobot,
  address,
  confirm,
  forget,
  frequency,
  machine,
  removeRobot,
  retry,
  settings,
  tryRobot,
  turnRobot,
} from "./contract.ts"
import { postJson } from "./post.ts"

/** A mail server as a university has one; `full` makes it answer that it cannot just now. */
const letters: { to: string; text: string }[] = []
let full = false
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: ({ address: to }, _, done) =>
    done(to.startsWith("nobody") ? Object.assign(new Error("no such user"), { responseCode: 550 }) : null),
  onData: (stream, session, done) => {
    void text(stream).then((raw) => {
      if (!full) letters.push({ to: session.envelope.rcptTo[0]!.address, text: decoded(raw) })
      done(full ? Object.assign(new Error("mailbox full"), { responseCode: 452 }) : null)
    })
  },
})
await new Promise<void>((ready) => smtp.listen(0, "127.0.0.1", ready))

/** Head and body as the reader sees them. */
function decoded(raw: string): string {
  const [head = "", body = ""] = raw.split(/\r\n\r\n/)
  const subject = [...head.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)].map((m) =>
    Buffer.from(m[1]!, "base64").toString(),
  )
  const plain = /quoted-printable/.test(head)
    ? Buffer.from(
        body
          .replaceAll("=\r\n", "")
          .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1",
      ).toString()
    : /base64/.test(head)
      ? Buffer.from(body, "base64").toString()
      : body
  return `${subject.join("")}\n${plain}`
}

/** A robot's side, as its maker documents it: refuses what is not signed for now. */
const heard: { kind: string; text: string }[] = []
const secret = "SEC-of-the-test"
const robots = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://x")
  void text(request).then((raw) => {
    const body = JSON.parse(raw)
    const say = (of: object) => response.end(JSON.stringify(of))
    if (url.pathname === "/away") return response.writeHead(302, { location: "/wecom" }).end()
    if (url.pathname === "/dingtalk") {
      const timestamp = url.searchParams.get("timestamp")
      const right = createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64")
      if (url.searchParams.get("sign") !== right) return say({ errcode: 310000, errmsg: "sign not match" })
      heard.push({ kind: "dingtalk", text: body.text.content })
    }
    if (url.pathname === "/feishu") {
      const right = createHmac("sha256", `${body.timestamp}\n${secret}`).digest("base64")
      if (body.sign !== right) return say({ code: 19021, msg: "sign match fail" })
      heard.push({ kind: "feishu", text: body.content.text })
      return say({ code: 0, msg: "success" })
    }
    if (url.pathname === "/wecom") heard.push({ kind: "wecom", text: body.text.content })
    return say({ errcode: 0, errmsg: "ok" })
  })
})
await new Promise<void>((ready) => robots.listen(0, "127.0.0.1", ready))
const origin = `http://127.0.0.1:${(robots.address() as AddressInfo).port}`

const { w, digest, deliver } = await remindersWorld({
  smtp: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
  from: "桥梁 <xsh@example.edu.cn>",
  site: "https://xsh.example.edu.cn",
  origins: [origin],
})
afterAll(async () => {
  robots.close()
  await new Promise<void>((done) => smtp.close(() => done()))
})
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
  full = false
  letters.length = 0
  heard.length = 0
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
    full = true
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
    full = false
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

  it("is given up after the last wait, and sent when the administrator asks again", async () => {
    const { id } = unwrap(
      await affairs.post(addRobot, { ownerId: await officeOf("A1"), kind: "wecom", url: `${origin}/away` }),
    )
    await affairs.post(tryRobot, { id })
    for (let day = 17; day <= 24; day++) {
      w.moveTo(`2025-11-${day}T00:00:00Z`)
      await deliver()
    }
    const [given] = unwrap(await admin.get(machine, {})).items
    expect(given).toMatchObject({ givenUp: true, tries: 7, to: "党委学生工作部", error: "HTTP 302" })
    expect(heard).toEqual([])
    expect((await league.post(retry, { id: given!.id })).status).toBe(403)
    expect((await admin.post(retry, { id: given!.id })).ok).toBe(true)
    expect(unwrap(await admin.get(machine, {})).items[0]).toMatchObject({ givenUp: false, tries: 0 })
    await affairs.post(removeRobot, { id })
    expect(unwrap(await admin.get(machine, {})).items).toEqual([])
  })
})

const officeOf = async (number: string) => {
  const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
    tx.client.query<{ id: string }>(
      "select office_id as id from office_holder where university_id = $1 and number = $2",
      [w.university.id, number],
    ),
  )
  return rows[0]!.id
}

describe("reminders.add-robot", () => {
  it("is for the office's head and the union's secretary-general, and for their own only", async () => {
    const ownerId = await officeOf("F1")
    const given = { ownerId, kind: "wecom" as const, url: `${origin}/wecom` }
    expect((await w.stranger.post(addRobot, given)).status).toBe(401)
    expect((await deputy.post(addRobot, given)).status).toBe(403)
    expect((await affairs.post(addRobot, given)).status).toBe(403)
    expect((await admin.post(addRobot, given)).status).toBe(403)
    await addUnion(w, {
      id: "u1",
      name: "校学生会",
      posts: [{ number: "X1", kind: "presidium", title: "执行主席" }],
    })
    await hold(w, { kind: "school-league", number: "M1", post: "secretary", union: "u1" })
    const ofUnion = { ...given, ownerId: "u1" }
    expect((await (await w.as("X1")).post(addRobot, ofUnion)).status).toBe(403)
    const secretary = await w.as("M1")
    expect((await secretary.post(addRobot, given)).status).toBe(403)
    const { id } = unwrap(await secretary.post(addRobot, ofUnion))
    for (const verb of [removeRobot, tryRobot]) expect((await league.post(verb, { id })).status).toBe(403)
    expect((await league.post(turnRobot, { id, on: true })).status).toBe(403)
    const second = await w.addUniversity("另一所")
    expect((await (await w.as("M1", second)).post(removeRobot, { id })).status).toBe(404)
    expect((await secretary.post(removeRobot, { id })).ok).toBe(true)
  })

  it("refuses addresses of no maker, and makers that sign without their secret", async () => {
    const ownerId = await officeOf("F1")
    const inside = await league.post(addRobot, { ownerId, kind: "wecom", url: "http://127.0.0.1:9/wecom" })
    expect(inside).toMatchObject({
      status: 400,
      error: { at: "url", because: "这不是企业微信群机器人的地址" },
    })
    const unsigned = await league.post(addRobot, { ownerId, kind: "dingtalk", url: `${origin}/dingtalk` })
    expect(unsigned).toMatchObject({ status: 400, error: { at: "secret" } })
  })

  it("refuses at the moment of calling where a name leads inside, unless the operator named it", async () => {
    const url = new URL(`${origin.replace("127.0.0.1", "localhost")}/wecom`)
    const body = { text: { content: "字" } }
    await expect(postJson(url, body, false)).rejects.toThrow("localhost 指向内部网络")
    expect(heard).toEqual([])
    expect((await postJson(url, body, true)).status).toBe(200)
  })

  it("is off until turned on; each maker's robot then hears counts, signed as it asks", async () => {
    const ownerId = await officeOf("F1")
    const ids: string[] = []
    for (const kind of ["wecom", "dingtalk", "feishu"] as const)
      ids.push(unwrap(await league.post(addRobot, { ownerId, kind, url: `${origin}/${kind}`, secret })).id)
    w.moveTo("2025-12-01T00:00:00Z")
    await digest()
    await deliver()
    expect(heard).toEqual([])
    for (const id of ids) expect((await league.post(turnRobot, { id, on: true })).ok).toBe(true)
    w.moveTo("2025-12-02T00:00:00Z")
    await digest()
    await deliver()
    expect(heard.map((h) => h.kind).toSorted()).toEqual(["dingtalk", "feishu", "wecom"])
    for (const h of heard)
      expect(h.text).toBe(
        [
          "【提醒】文学院团组织：待办 2 件，其中逾期 2 件",
          "· 试验程序：学院（系）团组织推荐 2 件，逾期 2 件，最早应于2025年11月20日前办结",
          "办理：https://xsh.example.edu.cn/office",
        ].join("\n"),
      )
    const shown = await league.get(settings, {})
    expect(JSON.stringify(shown)).not.toContain(secret)
    expect(JSON.stringify(shown)).not.toContain("/feishu")
    expect(unwrap(shown).robots).toMatchObject([
      { on: true, host: new URL(origin).host, lastError: null },
      { on: true },
      { on: true },
    ])
    expect(unwrap(await deputy.get(settings, {})).robots).toEqual([])
  })

  it("says what a robot answered when it took nothing", async () => {
    const ownerId = await officeOf("F1")
    const { id } = unwrap(
      await league.post(addRobot, { ownerId, kind: "feishu", url: `${origin}/feishu`, secret: "wrong" }),
    )
    await league.post(tryRobot, { id })
    await deliver()
    expect(heard).toEqual([])
    const shown = unwrap(await league.get(settings, {})).robots.find((r) => r.id === id)
    expect(shown?.lastError).toBe("19021 sign match fail")
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
