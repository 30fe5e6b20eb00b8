import { codeOfKey } from "@qiaoliang/ballot"
import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { secretFrom } from "#policy/practice/congress-rules.ts"
import { mayCount, mayIssue, mayKeepKey } from "../abilities.ts"
import { compared } from "../actions/counting.ts"
import { headOf, textsOf } from "../casting/chain.ts"
import { nextOf } from "../ceremony.ts"
import * as contract from "../contract.ts"
import { postedOf, votersHere } from "../ground.ts"
import { theElection } from "../load.ts"
import * as store from "../store.ts"

export const trustee = query(contract.trustee, {
  load: theElection,
  may: mayKeepKey,
  run: async (ctx, { id }, { election: e }) => {
    const { index } = e.trustees.find((t) => t.number === ctx.actor.number)!
    const posted = await postedOf(ctx, e)
    const head = await headOf(ctx.tx, id)
    const [tally] = await textsOf(ctx.tx, id, "EncryptedTally")
    const given = await textsOf(ctx.tx, id, "PartialDecryption")
    const opened = given.some((g) => g.owner === index)
    return ok({
      title: e.title,
      uuid: e.uuid,
      rounds: (await store.roundsOf(ctx.tx, e.series))
        .filter((r) => r.round <= e.round)
        .toReversed()
        .map((r) => ({ id: r.id, uuid: r.uuid })),
      group: e.group,
      kind: e.trust.kind,
      index,
      threshold: e.trust.threshold,
      size: e.trustees.length,
      attempt: e.attempt,
      ...posted,
      next:
        e.state === "preparing"
          ? nextOf(e, posted, index)
          : opened
            ? "decrypted"
            : e.state === "closed"
              ? "decrypt"
              : "done",
      election: head?.election ?? null,
      trustees: head?.trustees ?? null,
      tally: tally?.text ?? null,
    })
  },
})

export const issuing = query(contract.issuing, {
  load: theElection,
  may: mayIssue,
  run: async (ctx, { id }, { election: e }) => {
    const devices = await store.devicesOf(ctx.tx, e.assemblyId)
    return ok({
      title: e.title,
      uuid: e.uuid,
      group: e.group,
      secretFrom,
      issued: (await store.issueOf(ctx.tx, id))?.issued ?? null,
      delegates: (await votersHere(ctx, e.assemblyId)).map(({ number, name, delegation }) => {
        const key = devices.get(number)?.key ?? null
        return { number, name, delegation, key, code: key && codeOfKey(key) }
      }),
    })
  },
})

export const count = query(contract.count, {
  load: theElection,
  may: mayCount,
  run: async (ctx, { id }, { election: e }) => {
    const sheets = await store.sheetsOf(ctx.tx, id)
    const { state, differences } = compared(e, sheets)
    return ok({
      title: e.title,
      seats: e.seats,
      candidates: e.candidates.map(({ number, name }) => ({ number, name })),
      present: e.present,
      own: sheets.get(ctx.actor.number) ?? null,
      otherIn: e.tellers.some((t) => t.number !== ctx.actor.number && sheets.has(t.number)),
      state,
      differences,
    })
  },
})
