import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { path } from "#kit/contract.ts"
import * as handling from "#modules/handling/contract.ts"
import { courseKinds, modules } from "../../apps/server/modules.ts"
import { gpsJpeg, said, voicing } from "./build.ts"
import * as contract from "./contract.ts"
import { freshIndex } from "./suggest.ts"

/** The whole product, not this room alone: whatever any room keeps, shows, logs or exports. */
const { w, who, union } = await voicing(modules)
const raiser = { number: "202309870123", name: "郑守默" }

await w.world.db.scoped(w.university.id, (tx) =>
  tx.client.query(
    `insert into student (university_id, number, name, faculty, class_name, grade, level, political, political_written,
       valid_from, opened_by)
     values ($1, $2, $3, '文学院', '汉语言2309', 2023, 'undergraduate', 'masses', '群众', '2020-09-01', 'test')`,
    [w.university.id, raiser.number, raiser.name],
  ),
)
const person = await w.as(raiser.number)
const other = unwrap(await who("S1").post(contract.raise, said({ title: "别人提出的", shown: "named" })))
// Its desk let it be seen: what is on the board can be joined.
await w.world.db.scoped(w.university.id, (tx) =>
  tx.client.query("update handling set open = true where university_id = $1 and need_id = $2", [
    w.university.id,
    other.id,
  ]),
)
w.moveTo("2025-11-15T06:41:17Z")

const boundary = "b"
const photo = await person.send({
  method: "POST",
  url: "/api/needs/photos",
  payload: Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="郑守默.jpg"\r\n\r\n`,
    ),
    gpsJpeg,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]),
  headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
})
const words = { shown: "anonymous" as const, photos: [photo.json().id as string], title: "没人听得见的难处" }
const need = unwrap(await person.post(contract.raise, said(words)))
const conduct = unwrap(
  await person.post(contract.raise, said({ ...words, photos: [], category: "usual-17" })),
)
unwrap(await person.post(contract.join, { id: other.id }))
const gone = unwrap(await person.post(contract.raise, said({ ...words, photos: [] })))
unwrap(await person.post(contract.withdraw, { id: gone.id }))
w.moveTo("2025-11-15T06:43:00Z")
const { offices } = unwrap(await who("P1").get(handling.one, { id: need.id }))
const office = offices.find((o) => o.kind === "student-affairs")!
unwrap(await who("P1").post(handling.send, { id: need.id, office, open: true }))
const answer = { id: need.id, outcome: "A" as const, text: "已经请有关单位上门处理。", sign: true }
unwrap(await who("A1").post(handling.answer, answer))
w.moveTo("2025-11-15T07:41:17Z")
unwrap(await person.post(handling.reply, { id: need.id, text: "还没有人来过。" }))
unwrap(await person.post(handling.rate, { id: need.id, solved: false, stars: 1 }))
unwrap(await person.post(handling.reopen, { id: need.id, because: "还是没有解决" }))
w.moveTo("2025-11-15T07:43:00Z")
const { course } = unwrap(
  await who("L3").post(contract.askUnsealing, { id: need.id, because: "两部门须商定是否上门帮助" }),
)
w.moveTo("2025-11-15T08:00:00Z")

/** Where a student stands by number and name whether or not anything was said. */
const registers = new Set(["student", "account", "account_session"])

/** Every row of every table, as the database itself would print it. */
async function everything(): Promise<Map<string, string>> {
  const { rows: tables } = await w.world.db.pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  const out = new Map<string, string>()
  for (const { name } of tables) {
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query<{ all: string | null }>(`select string_agg(t::text, E'\\n') as all from "${name}" t`),
    )
    out.set(name, rows[0]?.all ?? "")
  }
  return out
}

const traces = [
  raiser.number,
  raiser.name,
  Buffer.from(raiser.number).toString("hex"),
  Buffer.from(raiser.name).toString("hex"),
]
const tells = (text: string): boolean => traces.some((t) => text.includes(t))

describe("an anonymous raiser, after raising with a photo, joining, withdrawing, replying, rating, sending back", () => {
  it("is in no row of any table but the registers of people and accounts", async () => {
    const all = await everything()
    expect(all.size).toBeGreaterThan(100)
    for (const table of [
      "need",
      "need_seal",
      "need_shelf",
      "need_voice",
      "need_photo",
      "log_entry",
      "ledger_entry",
    ])
      expect(all.get(table), table).not.toBe("")
    const found = [...all].filter(([name, rows]) => tells(rows) && !registers.has(name)).map(([name]) => name)
    expect(found).toEqual([])
    // The same search finds whoever did not ask to stay unknown.
    expect([...all].filter(([, rows]) => rows.includes("S1")).map(([name]) => name)).toContain("need_raiser")
    expect(all.get("need_voice")).not.toContain("汉语言")
  })

  it("left no time but the hour with what was said", async () => {
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query<{ at: Date }>(
        `select raised_at as at from need where id = any($1) union all select changed_at from need where id = any($1)
         union all select uploaded_at from file
         union all select at from log_entry where verb in ('needs.raise', 'needs.join', 'needs.withdraw') and account is null`,
        [[need.id, conduct.id, gone.id]],
      ),
    )
    expect(rows.length).toBeGreaterThan(8)
    for (const { at } of rows) expect(at.toISOString()).toMatch(/T0[678]:00:00\.000Z$/)
  })

  it("left the minute of it in no row of any table", async () => {
    const told = [...(await everything())]
      .filter(([, rows]) => /0[67]:41:17/.test(rows))
      .map(([name]) => name)
    // When a browser was last here is kept with its session, whatever it did.
    expect(told).toEqual(["session"])
  })

  it("is in no answer to any question of any room, whoever asks", async () => {
    const handlers = ["A1", "A3", "L1", "L3", "F1", "F2", "P1", "ADMIN", "S2"]
    const questions = modules.flatMap((m) => m.served).filter((s) => s.contract.kind === "query")
    expect(questions.length).toBeGreaterThan(80)
    const inputs = [
      {},
      { text: "没人听得见的难处" },
      ...[need.id, conduct.id, gone.id, course, union].map((id) => ({
        id,
        need: id,
        needId: id,
        union: id,
        unionId: id,
        course: id,
        assembly: id,
      })),
    ]
    let answered = 0
    let calls = 0
    const told = new Set<string>()
    for (const name of handlers)
      for (const { contract: c } of questions)
        for (const input of inputs) {
          calls++
          const remoteAddress = `10.0.${Math.floor(calls / 1000)}.1` // each below the limit of one address
          const answer = await who(name).send(
            c.inBody
              ? { method: "POST", url: path(c), payload: input, remoteAddress }
              : { method: "GET", url: path(c), query: input as Record<string, string>, remoteAddress },
          )
          if (answer.statusCode === 429) throw new Error("too many calls to have asked everything")
          if (answer.statusCode === 200) answered++
          if (tells(answer.payload)) told.add(c.name)
        }
    expect(answered).toBeGreaterThan(500)
    // The registers themselves list every student, whether or not they said anything.
    expect([...told].filter((q) => q !== "people.search" && q !== "accounts.list")).toEqual([])
  }, 300_000)

  it("is nowhere in what the process keeps for suggestions, nor open to another university", async () => {
    const kept = await w.world.within(
      w.university,
      { account: "", number: "", name: "", admin: false, capacities: [] },
      freshIndex,
    )
    expect(tells(JSON.stringify([...kept.taken, ...kept.leads]))).toBe(false)
    const elsewhere = await w.addUniversity("别的大学")
    const same = await w.as(raiser.number, elsewhere)
    expect(unwrap(await same.get(contract.mine, {}))).toEqual({ student: false, items: [] })
    expect((await same.get(contract.unsealing, { id: need.id })).ok).toBe(false)
    const { rows } = await w.world.db.scoped(elsewhere.id, (tx) => tx.client.query("select from need"))
    expect(rows).toEqual([])
  })

  it("has its own list all the same", async () => {
    const { items } = unwrap(await person.get(contract.mine, {}))
    expect(items.map((n) => [n.title, n.raised])).toEqual([
      [words.title, true],
      [words.title, true],
      [words.title, true],
      ["别人提出的", false],
    ])
    expect(courseKinds.length).toBeGreaterThan(5)
  })
})
