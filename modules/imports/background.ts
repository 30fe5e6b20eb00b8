import { type Day, newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import { RollBack } from "#kit/server/db.ts"
import { fetchFile, keepFile } from "#kit/server/files.ts"
import type { Ctx, University, World } from "#kit/server/world.ts"
import { BookApart } from "./book-apart.ts"
import { carryOut, requestFor } from "./carry-out.ts"
import { KeptBooks } from "./kept-books.ts"
import type { ImportKind } from "./kind.ts"
import type { Handed } from "./reading.ts"
import type { Outcome, SheetPlan } from "./run.ts"
import { insertRun, type Run, runById, updateRun } from "./store.ts"

interface Step {
  /** Another will follow, and want the workbook again. */
  readonly more: boolean
  /** The workbook, where it is open already and not among those kept. */
  readonly book?: BookApart
}

interface Manner {
  readonly complete: boolean
  /** Checked only: nothing is saved. */
  readonly dry: boolean
  /** The one faculty whose records may be touched; null: any. */
  readonly only: string | null
}

/** Work that outlives its request: reading, checking and saving a workbook, with progress in the run's row. */
export class ImportWork {
  readonly #world: World
  readonly #kinds: readonly ImportKind[]
  readonly #going = new Set<Promise<void>>()
  readonly #books = new KeptBooks()

  constructor(world: World, kinds: readonly ImportKind[]) {
    this.#world = world
    this.#kinds = kinds
  }

  get kinds(): readonly ImportKind[] {
    return this.#kinds
  }

  /** Resolves when everything under way has ended. */
  async settled(): Promise<void> {
    while (this.#going.size) await Promise.all(this.#going)
  }

  /** Nobody will go on with this run, or with any: its workbook is let go. */
  async letGo(id?: string): Promise<void> {
    await this.#books.release(id)
  }

  /** Upload, recognise and save in one go, for the command line and the sample: refused where a person would stop. */
  async bring(
    of: University,
    actor: Actor,
    given: { fileName: string; bytes: Uint8Array; asOf: Day; complete?: boolean },
  ): Promise<Result<Outcome, Refusal>> {
    const id = newId()
    await this.propose(of, actor, id, given, () =>
      this.#world.within(of, actor, (ctx) => newRun(ctx, id, given, given.asOf, null)),
    )
    await this.settled()
    const proposed = await this.#read(of, id)
    if (proposed.status !== "proposed") return refuse("unreadable", proposed.failure ?? "读不出这个工作簿")
    await this.#save(of, id, { status: "running" })
    this.carryOut(of, actor, id, { complete: given.complete ?? false, dry: false, only: null })
    await this.settled()
    const done = await this.#read(of, id)
    return done.status === "done" && done.outcome
      ? ok(done.outcome)
      : refuse("invalid", done.failure ?? "未导入任何内容")
  }

  async #read(of: University, id: string): Promise<Run> {
    const run = await this.#world.db.scoped(of.id, (tx) => runById(tx, id))
    if (!run) throw new Error(`import ${id} is gone`)
    return run
  }

  /**
   * Keep a newly uploaded workbook, open its run, and recognise its sheets: it is being opened while it is
   * kept. Resolves when it is kept; `keep` does that, by `newRun`.
   */
  async propose(
    of: University,
    actor: Actor,
    id: string,
    handed: Handed,
    keep: () => Promise<void>,
  ): Promise<void> {
    const book = new BookApart(handed)
    try {
      await keep()
    } catch (error) {
      await book.close()
      throw error
    }
    this.#start(of, id, { more: true, book }, async (run, book) => {
      const request = await this.#world.within(of, actor, (ctx) =>
        requestFor(ctx, this.#kinds, { plan: [], asOf: run.asOf }, "propose"),
      )
      let plan: SheetPlan[] = []
      const result = await book.ask(request, async (reply) => {
        if (reply.type === "proposed") plan = reply.plan
      })
      if (result.ok) await this.#save(of, id, { status: "proposed", plan })
      return result
    })
  }

  /** Check (`dry`) or carry out. Both run the same road; a check rolls back at its end. */
  carryOut(of: University, actor: Actor, id: string, { complete, dry, only }: Manner): void {
    this.#start(of, id, { more: dry }, async (run, book) => {
      const tell = this.#teller(of, id)
      const work = () =>
        this.#world.within(
          of,
          actor,
          async (ctx) => {
            const { fileName, plan, asOf } = run
            const job = { fileName, book, plan, asOf, complete, dry, onlyFaculty: only, tell }
            const result = await carryOut(ctx, this.#kinds, job)
            if (dry || !result.ok) throw new RollBack(result)
            await updateRun(ctx.tx, id, {
              status: "done",
              outcome: result.value,
              finishedAt: ctx.now,
              stage: null,
            })
            const rows = Object.fromEntries(result.value.kinds.map((k) => [k.kind, k.rows]))
            await this.#world.log(ctx, "imports.confirm", actor.capacities[0] ?? null, {
              file: run.fileName,
              rows,
            })
            return result
          },
          { change: dry ? newId() : id },
        )
      const result = await work().catch((error: unknown) => {
        if (error instanceof RollBack) return error.value as Awaited<ReturnType<typeof work>>
        throw error
      })
      await tell.flush()
      if (result.ok && dry)
        await this.#save(of, id, { status: "checked", outcome: result.value, stage: null })
      return result
    })
  }

  #start(
    of: University,
    id: string,
    { more, book: given }: Step,
    work: (run: Run, book: BookApart) => Promise<Result<unknown, Refusal>>,
  ): void {
    const promise = (async () => {
      let book = given
      let goesOn = false
      try {
        const run = await this.#world.db.scoped(of.id, (tx) => runById(tx, id))
        if (run) book ??= await this.#books.take(id, () => this.#handed(of, run))
        if (!run || !book) return
        const result = await work(run, book)
        goesOn = more && result.ok
        if (!result.ok) {
          const { because, cure } = result.error
          await this.#save(of, id, {
            status: "failed",
            failure: cure ? `${because}。${cure}` : because,
            stage: null,
          })
        }
      } catch (error) {
        console.error("import", id, error)
        await this.#save(of, id, {
          status: "failed",
          failure: "系统出错，未导入任何内容",
          stage: null,
        }).catch(() => {})
      } finally {
        await (book && goesOn ? this.#books.keep(id, book) : book?.close())
      }
    })()
    this.#going.add(promise)
    void promise.finally(() => this.#going.delete(promise))
  }

  async #handed(of: University, { fileId, fileName }: Run): Promise<Handed | undefined> {
    const file = await this.#world.db.scoped(of.id, (tx) => fetchFile(tx, fileId))
    return file && { fileName, bytes: file.bytes }
  }

  #save(of: University, id: string, values: Partial<Run>): Promise<void> {
    return this.#world.db.scoped(of.id, (tx) => updateRun(tx, id, values))
  }

  /** Writes progress at most three times a second, beside the import's own transaction. */
  #teller(of: University, id: string) {
    let last = 0
    let going: Promise<void> = Promise.resolve()
    const tell = (stage: string, progress: number, total: number) => {
      const now = Date.now()
      if (now - last < 300 && progress !== total) return
      last = now
      going = going.then(() => this.#save(of, id, { stage, progress, total })).catch(() => {})
    }
    return Object.assign(tell, { flush: () => going })
  }
}

/** Keep an uploaded workbook and open its run; `faculty`: the one its importer answers for, null: the university. */
export async function newRun(
  ctx: Ctx,
  id: string,
  { fileName, bytes, type }: { fileName: string; bytes: Uint8Array; type?: string },
  asOf: Day,
  faculty: string | null,
): Promise<void> {
  const by = ctx.actor.account
  const kept = await keepFile(ctx.tx, {
    name: fileName,
    type: type ?? "application/octet-stream",
    bytes,
    by: by || null,
    at: ctx.now,
  })
  await insertRun(ctx.tx, {
    id,
    fileId: kept.id,
    fileName,
    faculty,
    asOf,
    plan: [],
    status: "reading",
    createdBy: by,
    createdByName: ctx.actor.name,
    createdAt: ctx.now,
  })
}
