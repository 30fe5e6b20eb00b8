import { closeSync, createReadStream, openSync, writeSync } from "node:fs"
import { createInterface } from "node:readline"
import type { Entry } from "@qiaoliang/ledger"
import { z } from "zod"

const heading = { ledger: "qiaoliang", version: 1 } as const

const line = z.union([
  z.strictObject({
    university: z.string(),
    seq: z.number().int(),
    prev: z.string(),
    hash: z.string(),
    body: z.unknown(),
  }),
  z.strictObject({
    university: z.string(),
    name: z.string(),
    entries: z.number().int(),
    last: z.string().nullable(),
  }),
])

/** One line of an exported ledger: an entry of a university, or, after its entries, how many there were. */
export type Line = z.output<typeof line>

/** An export as it is written: a heading, then line by line. */
export class LedgerWriter {
  readonly #file: number

  /** Throws where the file exists. */
  constructor(path: string) {
    this.#file = openSync(path, "wx", 0o600)
    this.#write(heading)
  }
  entry(university: string, { seq, prev, hash, body }: Entry): void {
    this.#write({ university, seq, prev, hash, body })
  }
  end(university: string, name: string, entries: number, last: string | null): void {
    this.#write({ university, name, entries, last })
  }
  close(): void {
    closeSync(this.#file)
  }
  #write(value: object): void {
    writeSync(this.#file, `${JSON.stringify(value)}\n`)
  }
}

/** An exported ledger line by line. Throws a sentence where it is none. */
export async function* readLedger(path: string): AsyncGenerator<Line> {
  let at = 0
  for await (const text of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity })) {
    at++
    if (text === "") continue
    const value = parsed(text)
    if (at === 1) {
      if (JSON.stringify(value) !== JSON.stringify(heading)) throw new Error("这不是本系统导出的台账")
      continue
    }
    const read = line.safeParse(value)
    if (!read.success) throw new Error(`第${at}行无法读取`)
    yield read.data
  }
  if (at === 0) throw new Error("这是一个空文件")
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
