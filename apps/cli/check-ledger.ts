import { type Broken, Chain, type Entry } from "@qiaoliang/ledger"
import { ledgerEntries } from "#kit/server/ledger.ts"
import type { World } from "#kit/server/world.ts"
import { CourseCheck, type CourseFault } from "#modules/courses/index.ts"
import type { LedgerWriter, Line } from "./ledger-file.ts"

/** What was found of one university's ledger. */
export interface Checked {
  readonly university: string
  readonly name: string
  readonly entries: number
  /** The end of the chain as far as it holds. */
  readonly last: string | null
  /** The first broken link; `short`: entries are missing at the end. */
  readonly broken: Broken | { readonly seq: number; readonly because: "short" } | null
  /** Matters that do not stand where the ledger left them; of a database only. */
  readonly courses: readonly CourseFault[]
}

export const isWhole = (c: Checked): boolean => c.broken === null && c.courses.length === 0

/** Follows one ledger to its end, past the first broken link, which alone is kept. */
class Follow {
  readonly #chain = new Chain()
  #count = 0
  #broken: Broken | null = null

  entry(entry: Entry): void {
    this.#count++
    this.#broken ??= this.#chain.check(entry)
  }
  /** Whether what was written after the last entry agrees. */
  told(entries: number, last: string | null): boolean {
    return this.#broken !== null || (entries === this.#count && last === (this.#chain.last?.hash ?? null))
  }
  checked(university: string, name: string, short = false): Checked {
    const broken = this.#broken ?? (short ? { seq: this.#count + 1, because: "short" as const } : null)
    const last = this.#chain.last?.hash ?? null
    return { university, name, entries: this.#count, last, broken, courses: [] }
  }
}

/** Every university of a database, each as it was at one moment; exported on the way where asked. */
export async function checkDatabase(world: World, out?: LedgerWriter): Promise<readonly Checked[]> {
  const all: Checked[] = []
  for (const { id, name } of await world.universities())
    all.push(
      await world.db.transaction(async (sql, client) => {
        await client.query("set transaction isolation level repeatable read read only")
        await client.query("select set_config('qiaoliang.university', $1, true)", [id])
        const tx = { university: id, sql, client }
        const follow = new Follow()
        const courses = new CourseCheck()
        for await (const entry of ledgerEntries(tx)) {
          follow.entry(entry)
          courses.follow(entry.body)
          out?.entry(id, entry)
        }
        const found = follow.checked(id, name)
        out?.end(id, name, found.entries, found.last)
        return { ...found, courses: await courses.faults(tx) }
      }),
    )
  return all
}

/** An exported file; throws a sentence where it cannot be read. */
export async function checkFile(lines: AsyncIterable<Line>): Promise<readonly Checked[]> {
  const going = new Map<string, Follow>()
  const ended = new Map<string, Checked>()
  for await (const line of lines) {
    const { university } = line
    if (ended.has(university)) throw new Error("同一学校的台账在文件中出现两次")
    const follow = going.get(university) ?? new Follow()
    going.set(university, follow)
    if ("seq" in line) follow.entry(line)
    else ended.set(university, follow.checked(university, line.name, !follow.told(line.entries, line.last)))
  }
  return [...going].map(([id, follow]) => ended.get(id) ?? follow.checked(id, id, true))
}
