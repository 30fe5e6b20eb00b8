import { BookApart } from "./book-apart.ts"
import type { Handed } from "./reading.ts"

/** A larger workbook is opened anew at each step rather than held in memory, in bytes. */
const largest = 8 << 20

/**
 * The workbook a person is at work on stays open between recognition, check and confirmation. Only the
 * newest, and not for long: whoever comes later has it opened again.
 */
export class KeptBooks {
  readonly #patience: number
  #kept: { readonly run: string; readonly book: BookApart; readonly timer: NodeJS.Timeout } | undefined

  constructor(patience = 10 * 60_000) {
    this.#patience = patience
  }

  /** The workbook of a run: the one kept, else `fetch`ed and opened. It is the caller's until given back. */
  async take(run: string, fetch: () => Promise<Handed | undefined>): Promise<BookApart | undefined> {
    if (this.#kept?.run === run) {
      const { book, timer } = this.#kept
      clearTimeout(timer)
      this.#kept = undefined
      if (book.alive) return book
    }
    const file = await fetch()
    return file && new BookApart(file)
  }

  async keep(run: string, book: BookApart): Promise<void> {
    if (book.size > largest || !book.alive) return book.close()
    await this.release()
    const timer = setTimeout(() => void this.release(run), this.#patience).unref()
    this.#kept = { run, book, timer }
  }

  /** Let the workbook of `run` go, or whichever is kept. */
  async release(run?: string): Promise<void> {
    const kept = this.#kept
    if (!kept || (run !== undefined && kept.run !== run)) return
    clearTimeout(kept.timer)
    this.#kept = undefined
    await kept.book.close()
  }
}
