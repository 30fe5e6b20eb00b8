import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import * as XLSX from "@e965/xlsx"
import type { Page } from "playwright-core"
import type { openProduct } from "./product.ts"

/** What could give somebody away, and everywhere it could stand. */
type Product = Awaited<ReturnType<typeof openProduct>>

export interface Heard {
  readonly by: string
  readonly url: string
  readonly body: string
}

/** Every answer the product gave to somebody's window, beginning now. */
export function listenTo(page: Page, by: string, into: Promise<Heard>[]): void {
  page.on("response", (answer) => {
    const url = answer.url()
    if (!url.includes("/api/")) return
    into.push(
      answer
        .text()
        .catch(() => "")
        .then((body) => ({ by, url, body })),
    )
  })
}

/** Rows of every table, as the database prints them, in which one of the words stands: `table: row`. */
export async function rowsWith(product: Product, words: readonly string[]): Promise<string[]> {
  const { world } = product
  const { rows: tables } = await world.db.pool.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`,
  )
  const found: string[] = []
  await world.db.scoped((await world.firstUniversity())!.id, async (tx) => {
    for (const { schema, name } of tables) {
      const { rows } = await tx.client.query<{ row: string }>(
        `select t::text as row from "${schema}"."${name}" t
         where exists (select from unnest($1::text[]) w where position(w in t::text) > 0) order by 1`,
        [words.flatMap((w) => [w, Buffer.from(w).toString("hex")])],
      )
      found.push(...rows.map(({ row }) => `${name}: ${row}`))
    }
  })
  return found
}

/** Files of the data folder in which one of the words stands, but for the logins a sample is begun with. */
export function filesWith(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && f.name !== "sample-logins.json")
    .map((f) => join(f.parentPath, f.name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return words.some((w) => bytes.includes(w))
    })
}

/** The cells of a workbook somebody downloads by pressing a link of the page; a row a line. */
export async function downloaded(page: Page, link: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link }).click(),
  ])
  const book = XLSX.read(readFileSync(await file.path()), { type: "buffer" })
  return book.SheetNames.map((name) => XLSX.utils.sheet_to_csv(book.Sheets[name]!)).join("\n")
}
