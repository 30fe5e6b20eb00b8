import { finished } from "node:stream/promises"
import { type CellObject, read } from "@e965/xlsx"
import pg from "pg"
import { from as copyFrom } from "pg-copy-streams"
import { imports } from "#apps/server/modules.ts"
import { addUniversity, type Book, bring, type Ground, openProduct, uploaded } from "./product.ts"
import { interleaved, type Line, ratio, timed } from "./report.ts"

/**
 * The import of a register, against the least any import must do: the same library reads the same
 * workbook (dense, without the formatted texts nobody asks for) and COPY takes the same rows.
 */
export async function importLines(ground: Ground, book: Book, what: string, rounds: number): Promise<Line[]> {
  const { url } = await ground.database()
  const product = await openProduct(url, ground.folder)
  const plain = new pg.Client({ connectionString: url })
  plain.on("error", () => {}) // the server was stopped by a signal: its queries say so themselves
  await plain.connect()
  try {
    const took = await interleaved(rounds, {
      least: () => timed(() => readAndCopy(plain, book)),
      confirmed: async () => {
        const of = await addUniversity(product.world, "计时大学")
        const confirm = await uploaded(product.world, of, book)
        return timed(confirm)
      },
      anew: async () => {
        const of = await addUniversity(product.world, "计时大学")
        const confirm = await uploaded(product.world, of, book)
        await imports.work().letGo()
        return timed(confirm)
      },
      whole: async () => {
        const of = await addUniversity(product.world, "计时大学")
        return timed(() => bring(of, book))
      },
    })
    return [
      ratio(
        `import of ${what} ÷ reading + COPY`,
        took.confirmed,
        took.least,
        1.5,
        "confirmed: check, save, judge; the workbook is still open",
      ),
      ratio(`  with the workbook opened anew (${what})`, took.anew, took.least),
      ratio(`  with upload and recognition before it (${what})`, took.whole, took.least),
    ]
  } finally {
    await plain.end()
    await product.close()
  }
}

async function readAndCopy(client: pg.Client, { bytes }: Book): Promise<void> {
  const book = read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    type: "buffer",
    dense: true,
    cellText: false,
    cellHTML: false,
  })
  const rows = book.Sheets[book.SheetNames[0]!]!["!data"] as (CellObject | undefined)[][]
  const width = rows[0]!.length
  const lines = rows.slice(1).map((row) =>
    Array.from({ length: width }, (_, c) => {
      const value = row[c]?.v
      return value === undefined ? "\\N" : String(value).replace(/[\\\t\n\r]/g, " ")
    }).join("\t"),
  )
  const columns = Array.from({ length: width }, (_, c) => `c${c} text`).join(", ")
  await client.query("begin")
  await client.query(`drop table if exists plain_rows`)
  await client.query(`create table plain_rows (${columns})`)
  const stream = client.query(copyFrom("copy plain_rows from stdin"))
  stream.end(`${lines.join("\n")}\n`)
  await finished(stream)
  await client.query("commit")
}
