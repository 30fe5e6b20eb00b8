import { setupPayloads, writeElection } from "@qiaoliang/ballot"
import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayPreside } from "../abilities.ts"
import { boxesOf, settingOf } from "../casting/box.ts"
import { append, beginChain, headOf, textsOf } from "../casting/chain.ts"
import { trusteesText } from "../ceremony.ts"
import * as contract from "../contract.ts"
import { groupFor, postedOf, requirementsFor, votersHere } from "../ground.ts"
import { changed, type OfElection, only, tell, theElectionHeld } from "../load.ts"
import { templateOf } from "../questions.ts"
import { record } from "../recording.ts"
import * as store from "../store.ts"

export const open = action(contract.open, {
  load: theElectionHeld,
  may: mayPreside,
  run: async (ctx, { id }, of) => {
    const { election } = of
    const stands = only(election, "preparing")
    if (!stands.ok) return stands
    const missing = (await requirementsFor(ctx, of)).find((r) => !r.ready)
    if (missing)
      return refuse("conflict", `还不能开始投票：${missing.says}`, {
        cure: `由${missing.who}办理`,
        at: missing.key,
        ...(missing.key === "candidates" ? { clause: "5.1" } : {}),
      })
    const open = (await store.electionsIn(ctx.tx, [election.assemblyId])).find((e) => e.state === "open")
    if (open) return refuse("conflict", `${open.title}正在投票`, { cure: "先停止那一次投票" })
    const present =
      election.method === "electronic"
        ? await setUp(ctx, of)
        : (await votersHere(ctx, election.assemblyId)).length
    await store.changeElection(ctx.tx, [id], { state: "open", openedAt: ctx.now, present })
    await record(ctx, id, { kind: "opened", present, method: election.method })
    ctx.note({ election: id, present })
    await tell(ctx, "opened", election)
    await changed(ctx, of)
    return ok({})
  },
})

/** The archive begins: election, keys and credentials as they will be verified. Answers how many can vote. */
async function setUp(ctx: Ctx, { election, assembly }: OfElection): Promise<number> {
  const group = await groupFor(election)
  const trustees = trusteesText(group, election, await postedOf(ctx, election))!
  const issue = (await store.issueOf(ctx.tx, election.id))!
  const text = writeElection(group, election.uuid, templateOf(election, assembly.name), trustees)
  const timestamp = Math.floor(ctx.now.getTime() / 1000)
  await beginChain(
    ctx.tx,
    { electionId: election.id, timestamp, election: text, trustees, credentials: issue.credentials },
    setupPayloads(text, trustees, issue.credentials),
  )
  return issue.issued
}

export const close = action(contract.close, {
  load: theElectionHeld,
  may: mayPreside,
  run: async (ctx, { id }, of) => {
    const { election } = of
    const stands = only(election, "open")
    if (!stands.ok) return stands
    const ballots = election.method === "electronic" ? await seal(ctx, of) : null
    await store.changeElection(ctx.tx, [id], { state: "closed", closedAt: ctx.now })
    await record(ctx, id, { kind: "closed", ...(ballots === null ? {} : { ballots }) })
    ctx.note({ election: id, ...(ballots === null ? {} : { ballots }) })
    await tell(ctx, "closed", election)
    return ok({ ballots })
  },
})

/**
 * The last ballot is in; the encrypted sum is computed on a worker and published with it, in this transaction: a crash
 * leaves the box open or the sum complete. Ballots that wait for the head are refused when it is theirs.
 */
async function seal(ctx: Ctx, { election }: OfElection): Promise<number> {
  const { pool } = boxesOf(ctx.world)
  const head = (await headOf(ctx.tx, election.id, true))!
  const ended = await append(ctx.tx, head, [{ type: "EndBallots", payloads: [] }])
  const ballots = (await textsOf(ctx.tx, election.id, "Ballot")).map((b) => b.text)
  const setting = settingOf(election.id, election.group, head)
  const { tally, sized } = await pool.ask<"tally">({ kind: "tally", ballots }, setting, true)
  await append(ctx.tx, ended, [{ type: "EncryptedTally", payloads: [tally, sized] }])
  pool.forget(election.id)
  return ballots.length
}
