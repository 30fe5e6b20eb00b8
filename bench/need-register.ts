import { finished } from "node:stream/promises"
import { utils, write } from "@e965/xlsx"
import pg from "pg"
import { from as copyFrom } from "pg-copy-streams"
import type { Actor } from "#kit/server/actor.ts"
import type { University, World } from "#kit/server/world.ts"
import { addUniversity, type Book, type Ground, officer, openProduct, uploaded } from "./product.ts"
import { interleaved, type Line, ratio, timed } from "./report.ts"
import { tenThousandNeeds } from "./ten-thousand-needs.ts"

const header = ["编号", "登记日期", "学院", "反映人", "类别", "诉求内容", "转办部门", "办理状态", "备注"]
const offices = ["后勤保障处", "图书馆", "网络与信息中心", "教务处", "校医院", ""]
const states = ["待转办", "办理中", "已答复", "已办结", "已办结", ""]
const fields = ["学业发展", "身心健康", "社会融入", "权益维护", "", "生活"]

const rowsOf = (): (string | number)[][] =>
  tenThousandNeeds().map(({ text }, i) => [
    i + 1,
    new Date(Date.UTC(2025, 4, 1) + (i % 190) * 86_400_000).toISOString().slice(0, 10),
    "文学院",
    i % 4 ? "王同学" : "匿名",
    fields[i % fields.length]!,
    text,
    offices[i % offices.length]!,
    states[i % states.length]!,
    i % 7 ? "" : "已转告班委",
  ])

/** The hand-kept register of 10,000 needs brought in and taken back, against COPY of the same rows into one plain table. */
export async function needRegisterLines(ground: Ground, rounds: number): Promise<Line[]> {
  const { url } = await ground.database()
  const product = await openProduct(url, ground.folder)
  const plain = new pg.Client({ connectionString: url })
  plain.on("error", () => {}) // the server was stopped by a signal: its queries say so themselves
  await plain.connect()
  try {
    const rows = rowsOf()
    const sheet = utils.aoa_to_sheet([header, ...rows])
    const bytes: Uint8Array = write(utils.book_new(sheet, "诉求登记"), { type: "buffer", bookType: "xlsx" })
    const book = { fileName: "诉求登记.xlsx", bytes }
    const { world } = product
    let undo = async () => {}
    const took = await interleaved(rounds, {
      copy: () => timed(() => copy(plain, rows)),
      import: async () => {
        const of = await withUnion(world)
        const confirm = await uploaded(world, of, book as Book)
        undo = () => undone(world, of)
        return timed(confirm)
      },
      undo: () => timed(() => undo()),
    })
    return [
      ratio("a register of 10,000 needs brought in ÷ COPY of its rows", took.import, took.copy),
      ratio("  its undo ÷ the same COPY", took.undo, took.copy),
    ]
  } finally {
    await plain.end()
    await product.close()
  }
}

async function withUnion(world: World): Promise<University> {
  const of = await addUniversity(world, "诉求大学")
  await world.db.scoped(of.id, (tx) =>
    tx.client.query(
      `insert into student_union (university_id, id, name, level, kind, opened_by)
       values ($1, 'u', '诉求大学学生会', 'school', 'undergraduate', 'bench')`,
      [of.id],
    ),
  )
  return of
}

async function undone(world: World, of: University): Promise<void> {
  const verb = world.modules.flatMap((m) => m.served).find((s) => s.contract.name === "imports.undo")!
  const { rows } = await world.db.scoped(of.id, (tx) =>
    tx.client.query<{ id: string }>("select id from import_run where university_id = $1", [of.id]),
  )
  const head: Actor = {
    ...officer,
    capacities: [
      {
        office: "school-league",
        officeId: "league",
        officeName: "学校团委",
        title: "书记",
        post: "head",
        scope: { kind: "university", id: of.id, name: of.name },
      } as Actor["capacities"][number],
    ],
  }
  const result = await world.serve(verb, of, head, { id: rows[0]!.id })
  if (!result.ok) throw new Error(result.error.because)
}

async function copy(client: pg.Client, rows: readonly (readonly (string | number)[])[]): Promise<void> {
  await client.query("begin")
  await client.query("drop table if exists plain_needs")
  await client.query(`create table plain_needs (${header.map((_, i) => `c${i} text`).join(", ")})`)
  const stream = client.query(copyFrom("copy plain_needs from stdin"))
  stream.end(`${rows.map((r) => r.join("\t")).join("\n")}\n`)
  await finished(stream)
  await client.query("commit")
}
