import { unwrap } from "@qiaoliang/basics"
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { buildAccount } from "#modules/accounts/build.ts"
import { beginTest } from "#modules/courses/build.ts"
import { addUnion, hold } from "#modules/offices/build.ts"
import { remindersWorld } from "./build.ts"
import { addRobot, machine, removeRobot, retry, settings, tryRobot, turnRobot } from "./contract.ts"
import { postJson } from "./post.ts"
import { openReceivers } from "./receivers.ts"

const receivers = await openReceivers()
const { heard, origin, secret } = receivers
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

await begin("张三：推荐为候选人")
await begin("李四：推荐为候选人")

beforeEach(() => {
  heard.length = 0
  w.moveTo("2025-11-17T00:00:00Z")
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

  it("is given up after the last wait, and sent when the administrator asks again", async () => {
    const { id } = unwrap(
      await affairs.post(addRobot, { ownerId: await officeOf("A1"), kind: "wecom", url: `${origin}/away` }),
    )
    await affairs.post(tryRobot, { id })
    for (let day = 17; day <= 24; day++) {
      w.moveTo(`2025-11-${day}T00:00:00Z`)
      await deliver()
    }
    const shown = async () =>
      unwrap(await admin.get(machine, {})).items.filter((i) => i.to === "党委学生工作部")
    const [given] = await shown()
    expect(given).toMatchObject({ givenUp: true, tries: 7, to: "党委学生工作部", error: "HTTP 302" })
    expect(heard).toEqual([])
    expect((await league.post(retry, { id: given!.id })).status).toBe(403)
    expect((await admin.post(retry, { id: given!.id })).ok).toBe(true)
    expect((await shown())[0]).toMatchObject({ givenUp: false, tries: 0 })
    await affairs.post(removeRobot, { id })
    expect(await shown()).toEqual([])
  })
})
