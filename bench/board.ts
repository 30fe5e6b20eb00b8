import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { Worker } from "node:worker_threads"
import fastify from "fastify"
import pg from "pg"
import { assemble } from "#apps/server/assemble.ts"
import { nobody, type University, type World } from "#kit/server/world.ts"
import { list } from "#modules/board/index.ts"
import { withNeeds } from "./board-needs.ts"
import type { Ground } from "./product.ts"
import { interleaved, type Line, ratio, timed } from "./report.ts"

const words = "希望更换"
/** Asked several times in one measurement: one takes about a millisecond. */
const times = 20

/** The board with 10,000 needs and 200,000 "me too": its questions against their bare SQL, its page against a bare route. */
export async function boardLines(ground: Ground, rounds: number): Promise<Line[]> {
  const { url, superUrl } = await ground.database()
  const { world, app, close } = await assemble({ url, dataDir: ground.folder, quiet: true })
  const plain = new pg.Client({ connectionString: url })
  await plain.connect()
  try {
    const of = await withNeeds(world, superUrl)
    await app.listen({ port: 0, host: "127.0.0.1" })
    const port = (app.server.address() as AddressInfo).port
    return [...(await questionLines(world, plain, of, rounds)), await loadLine(port, rounds)]
  } finally {
    await plain.end()
    await close()
  }
}

const columns = `need_id, nth, title, left(text, 120), field, category, place, faculties, office, state, outcome, left(answer, 160), raised_on,
  answered_on, solved_on, due, was_late, answer_days, solve_days, voices, ratings, solved, round, merged`

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** The least that brings the same rows, written by hand, on a bare connection. */
function bare(
  of: University,
  one: string,
): Readonly<Record<"list" | "voices" | "search" | "need", readonly Statement[]>> {
  const u = of.id
  const page = (more: string, order: string, values: readonly unknown[] = []): Statement[] => [
    {
      text: `select ${columns} from board_entry where university_id = $1${more} order by ${order} limit 21`,
      values: [u, ...values],
    },
    { text: `select count(*) from board_entry where university_id = $1${more}`, values: [u, ...values] },
  ]
  const found = ` and nth in (select nth from board_term where university_id = $1 and term = any($2) group by nth having count(*) = 3) and strpos(words, $3) > 0`
  const here = "where university_id = $1 and need_id = $2"
  return {
    list: page("", "nth desc"),
    voices: page("", "coalesce(voices, 0) desc, nth desc"),
    search: page(found, "nth desc", [["希望", "望更", "更换"], words]),
    need: [
      {
        text: `select n.*, h.*, u.name from need n join handling h on h.university_id = n.university_id and h.need_id = n.id
               join student_union u on u.university_id = n.university_id and u.id = n.union_id where n.university_id = $1 and n.id = $2`,
        values: [u, one],
      },
      { text: `select faculty, count(*) from need_voice ${here} group by faculty`, values: [u, one] },
      {
        text: `select count(*), count(*) filter (where solved), sum(stars) from handling_rating ${here} and round = 1`,
        values: [u, one],
      },
      { text: `select * from handling_answer ${here} order by nth`, values: [u, one] },
      { text: `select * from handling_deed ${here} order by nth`, values: [u, one] },
      { text: "select * from need_category where university_id = $1 order by position", values: [u] },
    ],
  }
}

async function questionLines(
  world: World,
  plain: pg.Client,
  of: University,
  rounds: number,
): Promise<Line[]> {
  const { rows } = await world.db.scoped(of.id, (tx) =>
    tx.client.query<{ id: string }>(
      "select need_id as id from board_entry where university_id = $1 and answer is not null order by voices desc limit 1",
      [of.id],
    ),
  )
  const one = rows[0]!.id
  const statements = bare(of, one)
  const open = world.modules.flatMap((m) => m.served).find((s) => s.contract.name === "handling.public")!
  const ask = {
    list: () => world.within(of, nobody, (ctx) => list(ctx, { sort: "newest", size: 20 })),
    voices: () => world.within(of, nobody, (ctx) => list(ctx, { sort: "voices", size: 20 })),
    search: () => world.within(of, nobody, (ctx) => list(ctx, { text: words, sort: "newest", size: 20 })),
    need: async () => {
      const told = await world.serve(open, of, nobody, { id: one })
      if (!told.ok) throw new Error(told.error.because)
    },
  }
  const often = (work: () => Promise<unknown>) => () =>
    timed(async () => {
      for (let i = 0; i < times; i++) await work()
    })
  const replay = (all: readonly Statement[]) => async () => {
    await plain.query("begin")
    await plain.query("select set_config('qiaoliang.university', $1, true)", [of.id])
    for (const { text, values } of all) await plain.query(text, [...values])
    await plain.query("commit")
  }
  const sum = (await ask.search()).total
  if (!sum) throw new Error("nothing found")
  const took = await interleaved(rounds * 3, {
    list: often(ask.list),
    listSql: often(replay(statements.list)),
    voices: often(ask.voices),
    voicesSql: often(replay(statements.voices)),
    search: often(ask.search),
    searchSql: often(replay(statements.search)),
    need: often(ask.need),
    needSql: often(replay(statements.need)),
  })
  return [
    ratio("board: a page of 10,000 needs ÷ bare SQL", took.list, took.listSql, 3, `${times} times`),
    ratio("board: the same by voices ÷ bare SQL", took.voices, took.voicesSql, 3),
    ratio("board: search of four characters ÷ bare SQL", took.search, took.searchSql, 3, `${sum} found`),
    ratio("board: one need, 200,000 voices ÷ bare SQL", took.need, took.needSql, 3),
  ]
}

const page = "/api/board/list?size=20"
const connections = 50
const seconds = 3

/** Answers a second of the board's first page, as browsers without a session get it. */
async function loadLine(port: number, rounds: number): Promise<Line> {
  const body = await (await fetch(`http://127.0.0.1:${port}${page}`)).text()
  const route = fastify({ logger: false })
  route.get("/api/board/list", async (_, reply) => reply.type("application/json; charset=utf-8").send(body))
  await route.listen({ port: 0, host: "127.0.0.1" })
  try {
    const rates = await interleaved(rounds, {
      board: () => answersIn(port),
      bare: () => answersIn((route.server.address() as AddressInfo).port),
    })
    return {
      name: "board: answers a second ÷ a bare route, same bytes",
      figure: rates.board / rates.bare,
      least: 0.5,
      raw: `${Math.round(rates.board)} ÷ ${Math.round(rates.bare)} a second; ${connections} connections, ${(body.length / 1000).toFixed(1)} k characters`,
    }
  } finally {
    await route.close()
  }
}

async function answersIn(port: number): Promise<number> {
  const workerData = { port, path: page, connections, ms: seconds * 1000 }
  const worker = new Worker(new URL("./load.ts", import.meta.url), { workerData })
  const [{ answers }] = (await once(worker, "message")) as [{ answers: number }]
  return answers / seconds
}
