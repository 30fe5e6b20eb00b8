import { Worker } from "node:worker_threads"
import { addDays } from "@qiaoliang/basics"
import { type Cluster, clusters } from "@qiaoliang/similar"
import type { Ctx, World } from "#kit/server/world.ts"
import { wordsOfCampus } from "#modules/needs/index.ts"
import { needsPractice } from "#policy/practice/needs.ts"
import { type Group, groupsOf } from "./groups.ts"
import { apartAmong, markOf, openAmong, type Shelf, type Told, toldAt } from "./store.ts"

/** What was compared last at a desk, in this process, and what is being compared now. */
interface Kept {
  mark: string
  clusters: readonly Cluster[]
  running: Promise<void> | undefined
}

const kept = new WeakMap<World, Map<string, Kept>>()

/** So many are compared in some hundred milliseconds; more in a thread of their own. */
const few = 300
/** A question waits so long for the thread, then answers with what is known. */
const patience = 3000

function keptAt(ctx: Ctx, { desk, unionId }: Shelf): Kept {
  const all = kept.get(ctx.world) ?? new Map<string, Kept>()
  kept.set(ctx.world, all)
  const key = `${ctx.university.id} ${desk} ${unionId}`
  const now = all.get(key) ?? { mark: "", clusters: [], running: undefined }
  all.set(key, now)
  return now
}

export interface Compared {
  readonly groups: readonly Group[]
  /** More needs have come than were compared; ask again. */
  readonly pending: boolean
}

/** Groups of a desk's needs proposed as one. `wait: false` answers what is known, and lets a long comparing go on. */
export async function comparedAt(
  ctx: Ctx,
  shelf: Shelf,
  { wait = true }: { readonly wait?: boolean } = {},
): Promise<Compared> {
  const since = addDays(ctx.today, -needsPractice.merging.days)
  const now = keptAt(ctx, shelf)
  const mark = await markOf(ctx.tx, shelf, since)
  let enough: Promise<void> | undefined
  // Twice: a comparing under way may be of what was there before.
  for (const _ of ["under way", "of now"]) {
    if (now.mark === mark) break
    if (!now.running) {
      const told = await toldAt(ctx.tx, shelf, since)
      if (told.length <= few) take(now, mark, clusters(wordsOfCampus, told))
      else now.running = begin(now, mark, told)
    }
    if (wait && now.running) {
      enough ??= pause(patience)
      await Promise.race([now.running, enough])
    }
  }
  const ids = now.clusters.flatMap((c) => c.ids)
  const open = new Set(await openAmong(ctx.tx, ids))
  const apart = await apartAmong(ctx.tx, ids)
  return { groups: groupsOf(now.clusters, { apart, open }), pending: now.mark !== mark }
}

function take(now: Kept, mark: string, found: readonly Cluster[]): void {
  now.mark = mark
  now.clusters = found
}

/** Compared apart from the server's own thread; a thread that fails leaves what is known as it was. */
async function begin(now: Kept, mark: string, told: readonly Told[]): Promise<void> {
  const worker = new Worker(new URL("./comparing-worker.ts", import.meta.url), { workerData: told })
  worker.unref()
  const found = await new Promise<readonly Cluster[] | undefined>((resolve) => {
    worker.once("message", resolve)
    worker.once("error", () => resolve(undefined))
    worker.once("exit", () => resolve(undefined))
  })
  await worker.terminate()
  if (found) take(now, mark, found)
  now.running = undefined
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())
