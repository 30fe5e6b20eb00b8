import { codeOfKey } from "@qiaoliang/ballot"
import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { theAssembly } from "#modules/assembly/index.ts"
import { delegateOf } from "#modules/delegates/index.ts"
import { secretFrom } from "#policy/practice/congress-rules.ts"
import { mayIssue, mayRegister } from "../abilities.ts"
import { boxesOf } from "../casting/box.ts"
import * as contract from "../contract.ts"
import { votersHere } from "../ground.ts"
import { only, theElectionHeld } from "../load.ts"
import { record } from "../recording.ts"
import * as store from "../store.ts"

/** A phone's key; the 3,000 of a hall sit behind one address and all open the page at once. */
export const registerKey = action(contract.registerKey, {
  perMinute: 9000,
  load: async (ctx, input) => {
    const of = await theAssembly(ctx, input)
    if (!of.ok) return of
    const delegate = await delegateOf(ctx.tx, input.assembly, ctx.actor.number)
    return ok({ ...of.value, delegate: delegate?.voting === true })
  },
  may: mayRegister,
  run: async (ctx, { assembly, key }, of) => {
    if (of.assembly.state === "closed" || of.assembly.state === "cancelled")
      return refuse("conflict", "大会已经闭幕或取消")
    const { number } = ctx.actor
    const known = (await store.devicesOf(ctx.tx, assembly, number)).get(number)
    if (known?.key !== key)
      await store.insertDevice(ctx.tx, {
        assemblyId: assembly,
        number,
        version: (known?.version ?? 0) + 1,
        key,
        at: ctx.now,
      })
    return ok({ code: codeOfKey(key) })
  },
})

/** A sealed box of libsodium around a credential of 25 characters. */
const sealedLength = 48 + 25

export const issue = action(contract.issue, {
  load: theElectionHeld,
  may: mayIssue,
  run: async (ctx, { id, credentials, envelopes }, { election, assembly }) => {
    const stands = only(election, "preparing")
    if (!stands.ok) return stands
    if (election.method !== "electronic") return refuse("conflict", "纸质选票不发放电子凭证")
    if (assembly.state !== "open") return refuse("conflict", "大会还没有开幕，不能发放选票凭证")
    const voters = await votersHere(ctx, election.assemblyId)
    if (voters.length < secretFrom)
      return refuse("conflict", `到会代表不足${secretFrom}人，电子投票不能保守秘密`, { cure: "改用纸质选票" })
    const wanted = new Set(voters.map((v) => v.number))
    const given = new Set(envelopes.map((e) => e.number))
    if (
      given.size !== envelopes.length ||
      given.size !== wanted.size ||
      [...given].some((n) => !wanted.has(n))
    )
      return refuse("conflict", "到会代表已有变化，与所发的名单不一致", { cure: "刷新名单后重新生成" })
    if (credentials.length !== envelopes.length)
      return refuse("invalid", "凭证份数与到会代表人数不等", { at: "credentials" })
    const sorted = credentials.every((c, i) => i === 0 || credentials[i - 1]! < c)
    if (!sorted) return refuse("invalid", "公开凭证须按顺序排列，不得重复", { at: "credentials" })
    const devices = await store.devicesOf(ctx.tx, election.assemblyId)
    const stale = envelopes.find((e) =>
      e.sealed === null
        ? e.key !== null
        : e.key !== devices.get(e.number)?.key || Buffer.from(e.sealed, "base64").length !== sealedLength,
    )
    if (stale)
      return refuse("conflict", "有代表更换了手机密钥，或封好的凭证不完整", {
        at: "envelopes",
        cure: "刷新名单、核对校验码后重新生成",
      })
    const text = JSON.stringify(credentials)
    const members = await boxesOf(ctx.world).pool.ask<"credentials">(
      { kind: "credentials", group: election.group, text },
      undefined,
      true,
    )
    if (!members.ok) return refuse("invalid", members.error, { at: "credentials" })
    const version = ((await store.issueOf(ctx.tx, id))?.version ?? 0) + 1
    const officer = { number: ctx.actor.number, name: ctx.actor.name }
    await store.insertIssue(
      ctx.tx,
      { electionId: id, version, credentials: text, issued: credentials.length, officer, at: ctx.now },
      envelopes
        .toSorted((a, b) => (a.number < b.number ? -1 : 1))
        .map((e) => ({ electionId: id, version, ...e })),
    )
    await record(ctx, id, { kind: "issued", version, issued: credentials.length })
    ctx.note({ election: id, issued: credentials.length })
    return ok({ version, issued: credentials.length })
  },
})
