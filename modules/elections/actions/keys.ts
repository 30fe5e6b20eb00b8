import { checkDecryption, readElection, readTrustees } from "@qiaoliang/ballot"
import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayKeepKey, mayRestart } from "../abilities.ts"
import { append, headOf, textsOf } from "../casting/chain.ts"
import { fits, nextOf, postedBy } from "../ceremony.ts"
import * as contract from "../contract.ts"
import { decryptionEvent, resultIfEnough } from "../decrypting.ts"
import { groupFor } from "../ground.ts"
import { changed, only, tell, theElectionHeld } from "../load.ts"
import { record } from "../recording.ts"
import * as store from "../store.ts"

export const postMessage = action(contract.postMessage, {
  load: theElectionHeld,
  may: mayKeepKey,
  run: async (ctx, { id, kind, body }, of) => {
    const { election } = of
    const stands = only(election, "preparing")
    if (!stands.ok) return stands
    const trustee = election.trustees.find((t) => t.number === ctx.actor.number)!.index
    const messages = await store.messagesOf(ctx.tx, election)
    const message = { trustee, kind, body }
    const fit = fits(await groupFor(election), election, postedBy(election, messages), message)
    if (!fit.ok) return fit
    await store.insertMessage(ctx.tx, {
      electionId: id,
      attempt: election.attempt,
      ...message,
      at: ctx.now,
    })
    ctx.note({ election: id, kind, trustee })
    return ok({ next: nextOf(election, postedBy(election, [...messages, { ...message }]), trustee) })
  },
})

export const restartKeys = action(contract.restartKeys, {
  load: theElectionHeld,
  may: mayRestart,
  run: async (ctx, { id, because }, { election }) => {
    const stands = only(election, "preparing")
    if (!stands.ok) return stands
    await store.changeElection(ctx.tx, [id], { attempt: election.attempt + 1 })
    await record(ctx, id, { kind: "keys-restarted", because })
    return ok({})
  },
})

export const postDecryption = action(contract.postDecryption, {
  load: theElectionHeld,
  may: mayKeepKey,
  run: async (ctx, { id, body }, of) => {
    const { election } = of
    if (election.state === "counted") return refuse("conflict", "票箱已经开启，不再需要这一份")
    const stands = only(election, "closed")
    if (!stands.ok) return stands
    const owner = election.trustees.find((t) => t.number === ctx.actor.number)!.index
    const head = await headOf(ctx.tx, id, true)
    const given = await textsOf(ctx.tx, id, "PartialDecryption")
    const [tally] = await textsOf(ctx.tx, id, "EncryptedTally")
    if (!head || !tally) return refuse("conflict", "密文总票还没有算出")
    if (given.some((g) => g.owner === owner)) return refuse("conflict", "您已经提交过部分解密")
    const group = await groupFor(election)
    const read = readElection(head.election)
    const trustees = readTrustees(group, head.trustees)
    if (!read.ok || !trustees.ok) throw new Error("the setup of an election cannot be read")
    if (!checkDecryption(group, read.value, trustees.value, owner, tally.text, body))
      return refuse("invalid", "部分解密或其证明无效", {
        at: "body",
        cure: "请用生成密钥时的设备和浏览器，或导入当时保存的密钥文件",
      })
    const after = await append(ctx.tx, head, [decryptionEvent(owner, body)])
    const all = [...given.map((g) => ({ owner: g.owner!, payload: g.text })), { owner, payload: body }]
    const missing = election.trust.threshold - all.length
    await record(ctx, id, { kind: "decrypted", trustee: owner })
    ctx.note({ election: id, trustee: owner })
    if (missing > 0) {
      await tell(ctx, "decrypted", election)
      return ok({ state: "closed" as const, missing })
    }
    const state = await resultIfEnough(ctx, of, after, {
      group,
      read: read.value,
      trustees: trustees.value,
      tally: tally.text,
      all,
    })
    if (!state.ok) return state
    await changed(ctx, of)
    return ok({ state: state.value, missing: 0 })
  },
})
