import { codeOfHash, codeOfKey } from "@qiaoliang/ballot"
import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { theAssembly } from "#modules/assembly/index.ts"
import { delegateOf } from "#modules/delegates/index.ts"
import { mayAskOwn } from "../abilities.ts"
import { headOf, linesAfter, textsOf } from "../casting/chain.ts"
import { signerOf } from "../casting/signing.ts"
import * as contract from "../contract.ts"
import { type OfElection, theElection } from "../load.ts"
import { shownResult } from "../present.ts"
import * as store from "../store.ts"

/** A hall of 3,000 behind one address opens these pages at once, and polls. */
const hall = 90_000

/** What a vote says of itself to everybody, once it is open; before, to nobody but those who prepare it. */
async function thePublic(ctx: Ctx, input: { id: string }): Promise<Result<OfElection, Refusal>> {
  const of = await theElection(ctx, input)
  if (!of.ok) return of
  const { state } = of.value.election
  return state === "preparing" || state === "cancelled"
    ? refuse("not-found", "这次选举还没有开始投票", { cure: "开始投票后再打开" })
    : of
}

export const mine = query(contract.mine, {
  perMinute: hall,
  load: theAssembly,
  may: mayAskOwn,
  run: async (ctx, { assembly }) => {
    const { number } = ctx.actor
    const delegate = await delegateOf(ctx.tx, assembly, number)
    const elections = (await store.electionsIn(ctx.tx, [assembly])).filter((e) => e.state !== "cancelled")
    const device = (await store.devicesOf(ctx.tx, assembly, number)).get(number)
    const envelopes = await store.envelopesFor(
      ctx.tx,
      elections.map((e) => e.id),
      number,
    )
    return ok({
      delegate: delegate?.voting === true,
      device: device ? { key: device.key, code: codeOfKey(device.key) } : null,
      elections: elections.map((e) => {
        const own = envelopes.get(e.id)
        return {
          id: e.id,
          title: e.title,
          round: e.round,
          method: e.method,
          state: e.state,
          envelope: own ? (own.sealed ? ("sealed" as const) : ("slip" as const)) : ("none" as const),
          sealed: own?.sealed ?? null,
          key: own?.key ?? null,
        }
      }),
    })
  },
})

export const booth = query(contract.booth, {
  who: "anyone",
  perMinute: hall,
  load: thePublic,
  may: () => allowed(),
  run: async (ctx, { id }, { election: e, assembly }) => {
    const head = await headOf(ctx.tx, id)
    return ok({
      id,
      uuid: e.uuid,
      title: e.title,
      assembly: { id: assembly.id, name: assembly.name },
      round: e.round,
      post: e.post,
      seats: e.seats,
      mode: e.mode,
      method: e.method,
      state: e.state,
      group: e.group,
      candidates: e.candidates.map(({ name, faculty, grade }) => ({ name, faculty, grade })),
      election: head?.election ?? null,
      trustees: e.trustees.map((t) => t.name),
      threshold: e.trust.threshold,
      issued: e.method === "electronic" ? e.present : null,
      signingKey: (await signerOf(ctx.tx)).publicKey,
      cast: `/api/elections/ballots/${id}`,
      archive: `/api/elections/archive/${id}.bel`,
    })
  },
})

const boardPage = 500

export const board = query(contract.board, {
  who: "anyone",
  perMinute: hall,
  load: thePublic,
  may: () => allowed(),
  run: async (ctx, { id, since }, { election: e }) => {
    const signer = await signerOf(ctx.tx)
    const head = await headOf(ctx.tx, id)
    const found = head ? await linesAfter(ctx.tx, id, since, boardPage + 1) : []
    const events = found.slice(0, boardPage).filter((l) => l.height <= (head?.height ?? -1))
    return ok({
      state: e.state,
      checkpoint: head ? signer.sign({ election: e.uuid, height: head.height, hash: head.hash }) : null,
      signingKey: signer.publicKey,
      ballots: head?.ballots ?? 0,
      events,
      more: found.length > boardPage,
      result: shownResult(e),
    })
  },
})

export const panel = query(contract.panel, {
  who: "anyone",
  perMinute: hall,
  load: thePublic,
  may: () => allowed(),
  run: async (ctx, _, { election }) => ok(await panelFor(ctx, election)),
})

/** What the hall screen shows of a round. */
export async function panelFor(ctx: Pick<Ctx, "tx">, e: OfElection["election"]) {
  const head = e.method === "electronic" ? await headOf(ctx.tx, e.id) : undefined
  const given = e.state === "closed" && head ? await textsOf(ctx.tx, e.id, "PartialDecryption") : []
  return {
    id: e.id,
    title: e.title,
    round: e.round,
    state: e.state,
    method: e.method,
    seats: e.seats,
    issued: e.method === "electronic" ? e.present : null,
    ballots: head?.ballots ?? null,
    decryptions: head && e.state === "closed" ? { needed: e.trust.threshold, given: given.length } : null,
    checkpoint: head ? { height: head.height, code: codeOfHash(head.hash) } : null,
    result: shownResult(e),
  }
}
