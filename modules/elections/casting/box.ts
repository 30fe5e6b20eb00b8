import { trackerOf } from "@qiaoliang/ballot"
import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { University, World } from "#kit/server/world.ts"
import type { Accepted } from "../contract.ts"
import { electionById } from "../store.ts"
import { append, castBy, type HeadRow, headOf, standing } from "./chain.ts"
import { Busy, Pool } from "./pool.ts"
import { signerOf } from "./signing.ts"
import type { Setting } from "./work.ts"

/** Ballots saved in one transaction: its one write to disk is shared by all who wait. */
const mostTogether = 250
/** How often one credential may vote: more is no change of mind but an attempt to fill the box. */
const mostEach = 100

/** A refusal that says: the same ballot sent again is in order. */
export const later = (because: string): { ok: false; error: Refusal } =>
  refuse("too-many", because, { cure: "请稍候几秒，用同一张选票重试；重复提交不会重复计票" })

interface Known {
  readonly university: University
  /** Voting is over: nothing goes in any more, and nothing needs checking. */
  ended: boolean
  readonly setting: Setting
  readonly uuid: string
}

interface Waiting {
  readonly ballot: string
  readonly tracker: string
  readonly credential: string
  readonly settle: (answer: Result<Accepted, Refusal>) => void
}

/**
 * The ballot boxes of one process. A ballot is checked by a worker before anything is held; then it waits, with
 * whoever else waits, for one transaction that appends them all behind the head of the chain. The answer is given
 * after the commit. Neither sessions nor addresses nor times come here.
 */
export class BallotBoxes {
  readonly #world: World
  readonly pool: Pool
  /** Told what should not happen; neither ballots nor who sent them. */
  fault: (error: unknown) => void = () => {}
  readonly #known = new Map<string, Known>()
  readonly #waiting = new Map<string, Waiting[]>()
  readonly #underWay = new Map<string, Promise<Result<Accepted, Refusal>>>()

  constructor(world: World, pool = new Pool()) {
    this.#world = world
    this.pool = pool
  }

  /** Put a ballot into the box of an election; the same text sent twice at once is handled once. */
  async cast(electionId: string, ballot: string): Promise<Result<Accepted, Refusal>> {
    const known = await this.#find(electionId)
    if (!known.ok) return known
    const tracker = trackerOf(ballot)
    const key = `${electionId}/${tracker}`
    const running =
      this.#underWay.get(key) ??
      (known.value.ended ? this.#lookUp(known.value, tracker) : this.#handle(known.value, tracker, ballot))
    this.#underWay.set(key, running)
    try {
      return await running
    } finally {
      this.#underWay.delete(key)
    }
  }

  close(): Promise<void> {
    return this.pool.close()
  }

  /** After the end: whether it is in the box is all there is to say. */
  async #lookUp(known: Known, tracker: string): Promise<Result<Accepted, Refusal>> {
    const waiting = { ballot: "", tracker, credential: "", settle: () => {} }
    const [answer] = await this.#save(known, [waiting])
    return answer!
  }

  async #handle(known: Known, tracker: string, ballot: string): Promise<Result<Accepted, Refusal>> {
    const { setting } = known
    const checked = await this.pool
      .ask<"ballot">({ kind: "ballot", ballot }, setting)
      .catch((error: unknown) => {
        if (error instanceof Busy) return null
        throw error
      })
    if (!checked) return later("投票的人较多，票箱一时来不及核对")
    if (!checked.ok) return refuse("invalid", checked.error, { cure: "请刷新投票页面，重新填写选票" })
    return new Promise((settle) => {
      const queue = this.#waiting.get(setting.id)
      const mine = { ballot, tracker, credential: checked.value.credential, settle }
      if (queue) queue.push(mine)
      else {
        this.#waiting.set(setting.id, [mine])
        void this.#empty(known)
      }
    })
  }

  /** Append what waits, batch by batch, until nothing waits. */
  async #empty(known: Known): Promise<void> {
    const queue = this.#waiting.get(known.setting.id)!
    // Whoever arrives in this same turn of the loop goes along.
    await new Promise((resume) => setImmediate(resume))
    while (queue.length > 0) {
      const batch = queue.splice(0, mostTogether)
      try {
        const answers = await this.#save(known, batch)
        for (const [i, { settle }] of batch.entries()) settle(answers[i]!)
      } catch (error) {
        this.fault(error)
        // Whether it was saved is not known here; sent again, the box will know.
        for (const { settle } of batch) settle(later("选票暂时没有存进票箱"))
      }
    }
    this.#waiting.delete(known.setting.id)
  }

  async #save(known: Known, batch: readonly Waiting[]): Promise<Result<Accepted, Refusal>[]> {
    const { id } = known.setting
    const done = await this.#world.db.scoped(known.university.id, async (tx) => {
      const head = await headOf(tx, id, true)
      const before = await standing(
        tx,
        id,
        batch.map((w) => w.tracker),
      )
      const signer = await signerOf(tx)
      if (!head?.casting) return { head, before, signer, fresh: [] as Waiting[] }
      const cast = await castBy(tx, id, [...new Set(batch.map((w) => w.credential))])
      const fresh = batch.filter((w) => {
        if (before.has(w.tracker)) return false
        const n = (cast.get(w.credential) ?? 0) + 1
        if (n > mostEach) return false
        cast.set(w.credential, n)
        return true
      })
      const after = await append(
        tx,
        head,
        fresh.map((w) => ({
          type: "Ballot",
          payloads: [w.ballot],
          tracker: w.tracker,
          credential: w.credential,
        })),
      )
      return { head: after, before, signer, fresh }
    })
    // The transaction is committed from here on.
    const { head, before, signer, fresh } = done
    known.ended = head?.casting === false
    if (!head) return batch.map(() => refuse("conflict", "还没有开始投票"))
    const checkpoint = signer.sign({ election: known.uuid, height: head.height, hash: head.hash })
    const first = head.height - fresh.length + 1
    return batch.map((w) => {
      const was = before.get(w.tracker)
      if (was)
        return ok({
          tracker: w.tracker,
          height: was.height,
          again: true,
          counts: was.counts && !overtaken(fresh, w),
          checkpoint,
        })
      const at = fresh.indexOf(w)
      if (at >= 0)
        return ok({
          tracker: w.tracker,
          height: first + at,
          again: false,
          counts: !fresh.slice(at + 1).some((o) => o.credential === w.credential),
          checkpoint,
        })
      return head.casting
        ? refuse("too-many", `同一凭证至多投${mostEach}次，票箱中最后一张有效`)
        : refuse("conflict", "已经停止投票", { cure: "停止之前收到的最后一张选票有效" })
    })
  }

  async #find(electionId: string): Promise<Result<Known, Refusal>> {
    const found = this.#known.get(electionId)
    if (found) return ok(found)
    if (!/^[0-9a-z]{26}$/.test(electionId)) return refuse("not-found", "没有这次选举")
    for (const university of await this.#world.universities()) {
      const row = await this.#world.db.scoped(university.id, async (tx) => {
        const election = await electionById(tx, electionId)
        return election && { election, head: await headOf(tx, electionId) }
      })
      if (!row) continue
      if (!row.head) return refuse("conflict", "还没有开始投票")
      const known: Known = {
        university,
        ended: !row.head.casting,
        uuid: row.election.uuid,
        setting: settingOf(electionId, row.election.group, row.head),
      }
      this.#known.set(electionId, known)
      return ok(known)
    }
    return refuse("not-found", "没有这次选举")
  }
}

const overtaken = (fresh: readonly Waiting[], w: Waiting) => fresh.some((o) => o.credential === w.credential)

export const settingOf = (
  id: string,
  group: Setting["group"],
  head: Pick<HeadRow, "election" | "credentials">,
): Setting => ({
  id,
  group,
  election: head.election,
  credentials: JSON.parse(head.credentials) as string[],
})

const boxes = new WeakMap<World, BallotBoxes>()

/** The boxes of a running product. */
export function boxesOf(world: World): BallotBoxes {
  const found = boxes.get(world) ?? new BallotBoxes(world)
  boxes.set(world, found)
  return found
}
