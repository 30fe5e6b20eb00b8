import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { nobody } from "#kit/server/world.ts"
import { mergeNeeds, needById, unmergeNeed } from "#modules/needs/index.ts"
import { handled, onBoard, raised } from "./build.ts"
import * as contract from "./contract.ts"
import { rebuild } from "./refresh.ts"
import { revisionOf } from "./store.ts"

const { w, union } = await onBoard()
const list = async (input = {}, person = w.stranger) => unwrap(await person.get(contract.list, input))
const titles = async (input = {}) => (await list(input)).items.map((i) => i.title)
const one = async (title: string) => (await list({ text: title })).items.find((i) => i.title === title)
const at = <T>(work: Parameters<typeof w.world.within<T>>[2]) => w.world.within(w.university, nobody, work)

describe("what is public", () => {
  it("is nothing before the desk lets it be, and to everybody after", async () => {
    const need = await raised(w, union, { title: "图书馆闭馆太早" })
    expect(await titles()).toEqual([])
    await handled(w, need, { open: true })
    expect(await titles()).toEqual(["图书馆闭馆太早"])
    await handled(w, need, { open: false })
    expect(await titles()).toEqual([])
    expect(await titles({ text: "闭馆" })).toEqual([])
    await handled(w, need, { state: "declined", because: "涉及个人隐私" })
    expect(await titles({ state: "declined" })).toEqual([])
  })

  it("says why it was declined, where the need was public already; and of others no answer", async () => {
    const need = await raised(w, union, { title: "校门口的共享单车太少" })
    await handled(w, need, { open: true, state: "declined", because: "由属地部门管理，请拨打12345" })
    expect(await one("校门口的共享单车太少")).toMatchObject({
      state: "declined",
      answer: "由属地部门管理，请拨打12345",
      answeredOn: null,
    })
    expect(await titles({ text: "12345" })).toEqual(["校门口的共享单车太少"])
    await handled(w, need, { open: true, state: "sorting" })
    expect(await one("校门口的共享单车太少")).toMatchObject({ state: "sorting", answer: null })
    expect(await titles({ text: "12345" })).toEqual([])
    await handled(w, need, { open: false })
  })

  it("is never what was to be kept off it, what lies with the League committee, what was taken back", async () => {
    const discreet = await raised(w, union, { title: "只给受理部门看的事", discreet: true })
    const league = await raised(w, union, { title: "部长办事拖拉", desk: "league" })
    const taken = await raised(w, union, { title: "已经撤回的事" })
    for (const need of [discreet, league, taken]) await handled(w, need, { open: true })
    expect(await titles()).toEqual(["已经撤回的事"])
    await at(async (ctx) => {
      await ctx.tx.client.query("update need set state = 'withdrawn' where id = $1", [taken.id])
      await ctx.emit("needs.changed", { needs: [taken.id] })
    })
    expect(await titles()).toEqual([])
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query("select count(*)::int as n from board_term where university_id = $1", [
        w.university.id,
      ]),
    )
    expect(rows[0]).toEqual({ n: 0 })
  })

  it("says nothing of who raised it, whatever it is shown as", async () => {
    const shown = ["named", "desk", "anonymous"] as const
    for (const s of shown) {
      const need = await raised(w, union, {
        title: `显示方式${s}`,
        shown: s,
        number: `20239999000${shown.indexOf(s)}`,
      })
      await handled(w, need, { open: true })
    }
    const text = JSON.stringify(await list({ text: "显示方式" }))
    expect((await list({ text: "显示方式" })).items).toHaveLength(3)
    expect(text).not.toMatch(/20239999|汉语言2301|文学院/)
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query<{ all: string }>(
        `select (select json_agg(e)::text from board_entry e) || (select json_agg(c)::text from board_count c) as all`,
      ),
    )
    expect(rows[0]!.all).not.toMatch(/20239999|汉语言2301/)
  })

  it("is one university's own", async () => {
    const other = await w.addUniversity("邻校")
    const neighbour = await w.as("N1", other)
    expect((await list({}, neighbour)).items).toEqual([])
    expect(unwrap(await neighbour.get(contract.choices, {})).counts.all).toBe(0)
    expect((await list()).items.length).toBeGreaterThan(0)
  })
})

describe("small numbers", () => {
  it("are hidden at 4 voices and shown at 5, with the faculty they come from", async () => {
    const four = await raised(w, union, { title: "四个人都有的事", more: 3 })
    const five = await raised(w, union, { title: "五个人都有的事", more: 4 })
    for (const need of [four, five]) await handled(w, need, { open: true })
    expect(await one("四个人都有的事")).toMatchObject({ voices: null, faculties: [] })
    expect(await one("五个人都有的事")).toMatchObject({ voices: 5, faculties: ["文学院"] })
    expect(await titles({ faculty: "文学院" })).toEqual(["五个人都有的事"])
    expect(unwrap(await w.stranger.get(contract.choices, {})).faculties).toEqual(["文学院"])
  })

  it("of ratings: nothing from 4 people, the share from 5", async () => {
    const four = await raised(w, union, { title: "四个人评过的事" })
    const five = await raised(w, union, { title: "五个人评过的事" })
    await handled(w, four, { open: true, ratings: [true, true, true, false] })
    await handled(w, five, { open: true, ratings: [true, true, true, false, true] })
    expect((await one("四个人评过的事"))!.rated).toBeNull()
    expect((await one("五个人评过的事"))!.rated).toEqual({ count: 5, solved: 4 })
  })
})

describe("merging", () => {
  it("leaves one on the board, with all voices; undone, each stands by itself", async () => {
    const lead = await raised(w, union, { title: "热水不够用", more: 2 })
    const part = await raised(w, union, { title: "晚上没热水", more: 1 })
    for (const need of [lead, part]) await handled(w, need, { open: true })
    expect(await titles({ text: "热水" })).toEqual(["晚上没热水", "热水不够用"])
    await at(async (ctx) => unwrap(await mergeNeeds(ctx, lead, [part], "同一件事")))
    const { items } = await list({ text: "热水" })
    expect(items).toMatchObject([{ title: "热水不够用", voices: 5, merged: 1 }])
    await at(async (ctx) => unwrap(await unmergeNeed(ctx, (await needById(ctx.tx, part.id))!, "不是一件事")))
    expect((await list({ text: "热水" })).items).toMatchObject([
      { title: "晚上没热水", voices: null },
      { title: "热水不够用", voices: null, merged: 0 },
    ])
  })
})

describe("board.list", () => {
  it("finds two Chinese characters, one, several words, a phrase and a number", async () => {
    const need = await raised(w, union, {
      title: "第二食堂排队太久",
      text: "十二点下课后要排四十分钟，Wi-Fi也连不上。",
    })
    await handled(w, need, { open: true, officeName: "后勤保障处", answer: "增开三个窗口。" })
    for (const text of [
      "食堂",
      "排",
      "食堂 排队",
      "第二食堂排队",
      "ＷＩ-fi",
      "窗口",
      "后勤",
      `${need.nth}号`,
    ])
      expect(await titles({ text }), text).toContain("第二食堂排队太久")
    // Its pairs are all there, the words are not.
    for (const text of ["食堂二第", "堂排食堂", "教学楼", "食 教学"])
      expect(await titles({ text }), text).not.toContain("第二食堂排队太久")
    expect(await titles({ text: "，。" })).toEqual(await titles())
  })

  it("is filtered and put in order, page by page, nothing twice and nothing left out", async () => {
    const all = await list({ size: 50 })
    for (const sort of ["newest", "voices", "longest"] as const) {
      const seen: number[] = []
      let after: string | undefined
      do {
        const page = await list({ sort, size: 2, ...(after ? { after } : {}) })
        expect(page.total).toBe(
          after ? null : sort === "longest" ? (await list({ state: "open" })).total : all.total,
        )
        seen.push(...page.items.map((i) => i.nth))
        after = page.next ?? undefined
      } while (after)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen).toHaveLength(sort === "longest" ? (await list({ state: "open" })).total! : all.total!)
      if (sort === "newest") expect(seen).toEqual(seen.toSorted((a, b) => b - a))
    }
    const voices = (await list({ sort: "voices", size: 50 })).items.map((i) => i.voices ?? 0)
    expect(voices).toEqual(voices.toSorted((a, b) => b - a))
    expect(await titles({ office: "后勤保障处" })).toEqual(["第二食堂排队太久"])
    expect(await titles({ office: "保卫处" })).toEqual([])
    expect(await titles({ field: "学业发展" })).toEqual([])
    expect((await titles({ field: "权益维护" })).length).toBe(all.total)
    expect((await titles({ category: "usual-12" })).length).toBe(all.total)
  })

  it("tells what is late by the day it is asked", async () => {
    const need = await raised(w, union, { title: "迟迟没有回音" })
    await handled(w, need, {
      open: true,
      state: "sent",
      sentOn: "2025-11-10",
      due: "2025-11-14",
      wasLate: false,
    })
    expect(await one("迟迟没有回音")).toMatchObject({ late: true, waiting: 0 })
    await handled(w, need, { due: "2025-11-17" })
    expect(await one("迟迟没有回音")).toMatchObject({ late: false })
    expect(await titles({ state: "late" })).toEqual([])
    w.moveTo("2025-11-18T02:00:00Z")
    expect(await titles({ state: "late" })).toContain("迟迟没有回音")
    w.moveTo("2025-11-15T02:00:00Z")
  })

  it("refuses what it does not know", async () => {
    for (const input of [{ sort: "raiser" }, { size: 500 }, { after: "x" }, { field: "其他" }])
      expect((await w.stranger.get(contract.list, input as never)).status).toBe(400)
  })

  it("is handed out again only while nothing changed", async () => {
    const url = "/api/board/list?size=3"
    const first = await w.stranger.send({ method: "GET", url })
    const headers = { "if-none-match": first.headers.etag as string }
    expect((await w.stranger.send({ method: "GET", url, headers })).statusCode).toBe(304)
    const need = await raised(w, union, { title: "刚刚提出的事" })
    await handled(w, need, { open: true })
    const then = await w.stranger.send({ method: "GET", url, headers })
    expect(then.statusCode).toBe(200)
    expect(then.json().items[0].title).toBe("刚刚提出的事")
  })
})

describe("the board's tables", () => {
  it("are the same when they are made anew", async () => {
    const all = () =>
      w.world.db.scoped(w.university.id, async (tx) => {
        const { rows } = await tx.client.query(
          `select (select json_agg(e order by nth) from board_entry e) as e, (select json_agg(c order by nth) from board_count c) as c,
                  (select count(*) from board_term) as t`,
        )
        return rows[0]
      })
    const before = await all()
    expect(await at(rebuild)).toBeGreaterThan(10)
    expect(await all()).toEqual(before)
  })

  it("do not change where nothing did", async () => {
    const revision = () => w.world.db.scoped(w.university.id, revisionOf)
    const before = await revision()
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query<{ id: string }>("select need_id as id from board_entry"),
    )
    await at((ctx) => ctx.emit("needs.changed", { needs: rows.map((r) => r.id) }))
    expect(await revision()).toBe(before)
  })
})
