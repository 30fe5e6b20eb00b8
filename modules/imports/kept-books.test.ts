import { setTimeout as sleep } from "node:timers/promises"
import { afterEach, describe, expect, it } from "vitest"
import { BookApart } from "./book-apart.ts"
import { KeptBooks } from "./kept-books.ts"
import type { Handed, ReadReply, ReadRequest } from "./reading.ts"

const handed = (text = "姓名,学号\n张三,20240101\n"): Handed => ({
  fileName: "表.csv",
  bytes: new TextEncoder().encode(text),
})

const request: ReadRequest = {
  task: "propose",
  readers: {},
  remembered: {},
  plan: [],
  context: { asOf: "2025-11-15", university: "明湖大学", faculties: [], facultyAliases: {} },
}

/** What the worker said to one question. */
async function told(book: BookApart) {
  const replies: ReadReply["type"][] = []
  const result = await book.ask(request, async (reply) => {
    replies.push(reply.type)
  })
  return { result, replies }
}

it("fails whoever asks a workbook whose worker has ended, instead of waiting for it", async () => {
  const book = new BookApart(handed())
  await book.close()
  await expect(told(book)).rejects.toThrow("gone")
})

describe("kept workbooks", () => {
  let fetched = 0
  let books: KeptBooks
  const take = (run: string, file = handed()) =>
    books.take(run, async () => {
      fetched++
      return file
    })
  const start = (patience?: number) => {
    fetched = 0
    books = new KeptBooks(patience)
  }
  afterEach(() => books.release())

  it("open once for all the steps of a run", async () => {
    start()
    const first = (await take("a"))!
    expect((await told(first)).replies).toEqual(["stage", "proposed"])
    await books.keep("a", first)
    const again = (await take("a"))!
    expect(again).toBe(first)
    expect(await told(again)).toEqual({ result: { ok: true, value: undefined }, replies: ["proposed"] })
    expect(fetched).toBe(1)
    await again.close()
  })

  it("hold one workbook: the newest", async () => {
    start()
    const first = (await take("a"))!
    const second = (await take("b"))!
    await books.keep("a", first)
    await books.keep("b", second)
    expect([first.alive, second.alive]).toEqual([false, true])
    const again = (await take("a"))!
    expect((await told(again)).result.ok).toBe(true)
    expect(fetched).toBe(3)
    await again.close()
  })

  it("are let go after a while, and opened anew for who comes later", async () => {
    start(20)
    const first = (await take("a"))!
    await books.keep("a", first)
    while (first.alive) await sleep(10)
    const again = (await take("a"))!
    expect((await told(again)).replies).toEqual(["stage", "proposed"])
    expect(fetched).toBe(2)
    await again.close()
  })

  it("are opened anew when their worker ended meanwhile", async () => {
    start()
    const first = (await take("a"))!
    await books.keep("a", first)
    await first.close()
    const again = (await take("a"))!
    expect((await told(again)).result.ok).toBe(true)
    expect(fetched).toBe(2)
    await again.close()
  })

  it("do not hold what is large, nor what is gone", async () => {
    start()
    const large = (await take("a", handed(`姓名,学号\n${" ".repeat(9 << 20)}`)))!
    await books.keep("a", large)
    expect(large.alive).toBe(false)
    expect(await books.take("gone", async () => undefined)).toBeUndefined()
  })

  it("say of an unreadable workbook each time that it is", async () => {
    start()
    const book = (await take("a", { fileName: "表.xlsx", bytes: new Uint8Array([1, 2, 3]) }))!
    for (let i = 0; i < 2; i++)
      expect((await told(book)).result).toMatchObject({ ok: false, error: { code: "unreadable" } })
    await book.close()
  })
})

describe("a workbook apart", () => {
  it("fails the question, not the process, when its worker ends or its listener throws", async () => {
    const books = new KeptBooks()
    const take = async (): Promise<BookApart> => (await books.take("a", async () => handed()))!
    const ended = await take()
    const asked = ended.ask(request, async () => {})
    await ended.close()
    await expect(asked).rejects.toThrow("gone")
    const listened = await take()
    await expect(listened.ask(request, () => Promise.reject(new Error("no room")))).rejects.toThrow("no room")
    await listened.close()
    const lacking = await take()
    const readers = { students: { url: new URL("./nowhere.ts", import.meta.url).href } }
    await expect(lacking.ask({ ...request, readers }, async () => {})).rejects.toThrow("nowhere")
    await lacking.close()
  })
})
