import { newUuid } from "@qiaoliang/ballot"
import { newId, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { theAssemblyHeld } from "#modules/assembly/index.ts"
import { mayArrange, mayCreate, mayPreside } from "../abilities.ts"
import { arranged } from "../arrange.ts"
import * as contract from "../contract.ts"
import type { Election } from "../election.ts"
import { changed, only, tell, theElectionHeld } from "../load.ts"
import { record } from "../recording.ts"
import { rulesText } from "../rules-text.ts"
import * as store from "../store.ts"

/** What an election is before anything happened to it. */
export const blank = {
  attempt: 1,
  state: "preparing",
  rules: null,
  rulesBasis: null,
  rulesOn: null,
  present: null,
  openedAt: null,
  closedAt: null,
  countedOn: null,
  announcedOn: null,
  courseId: null,
  ratifiedOn: null,
  filedOn: null,
  receipt: null,
  because: null,
  result: null,
} as const satisfies Partial<Election>

export const create = action(contract.create, {
  load: theAssemblyHeld,
  may: mayCreate,
  run: async (ctx, input, of) => {
    const { assembly, union } = of
    if (assembly.state === "closed" || assembly.state === "cancelled")
      return refuse("conflict", "大会已经闭幕或取消，不能再安排选举")
    const made = await arranged(ctx, of, input)
    if (!made.ok) return made
    const others = await store.electionsIn(ctx.tx, [assembly.id])
    const over = ["cancelled", "refused"]
    const twin = others.find((e) => e.office === "presidium" && !over.includes(e.state))
    if (made.value.office === "presidium" && twin)
      return refuse("conflict", `本次大会已安排主席团选举：${twin.title}`, {
        cure: "修改那一次选举，或取消后再安排；名额未选满的，另行组织下一轮投票",
      })
    const id = newId(ctx.now.getTime())
    await store.insertElection(ctx.tx, {
      ...blank,
      ...made.value,
      id,
      assemblyId: assembly.id,
      unionId: union.id,
      uuid: newUuid(),
      series: id,
      previous: null,
      round: 1,
    })
    ctx.note({ election: id, assembly: assembly.id })
    await ctx.emit("elections.changed", { election: id, assembly: assembly.id, union: union.id })
    return ok({ id })
  },
})

export const change = action(contract.change, {
  load: theElectionHeld,
  may: mayArrange,
  run: async (ctx, { id, ...input }, of) => {
    const { election } = of
    const stands = only(election, "preparing")
    if (!stands.ok) return stands
    if (election.round > 1)
      return refuse("conflict", "下一轮投票沿用上一轮的选举办法，不能改动", { cure: "取消本轮，重新组织" })
    const made = await arranged(ctx, of, input)
    if (!made.ok) return made
    const before = JSON.stringify([election.trustees, election.trust, election.group])
    const keysStand = before === JSON.stringify([made.value.trustees, made.value.trust, made.value.group])
    await store.changeElection(ctx.tx, [id], {
      ...made.value,
      // What was adopted were other words; what was made was for other people.
      rules: null,
      rulesBasis: null,
      rulesOn: null,
      ...(keysStand ? {} : { attempt: election.attempt + 1 }),
    })
    ctx.note({ election: id })
    return ok({})
  },
})

export const cancel = action(contract.cancel, {
  load: theElectionHeld,
  may: mayArrange,
  run: async (ctx, { id, because }, of) => {
    const stands = only(of.election, "preparing")
    if (!stands.ok)
      return refuse("conflict", "已经开始投票的选举不能取消", {
        cure: "停止投票并计票；结果无效的，重新投票",
      })
    await store.changeElection(ctx.tx, [id], { state: "cancelled", because })
    await record(ctx, id, { kind: "cancelled", because })
    await tell(ctx, "cancelled", of.election)
    return ok({})
  },
})

export const adoptRules = action(contract.adoptRules, {
  load: theElectionHeld,
  may: mayPreside,
  run: async (ctx, { id, basis, on }, of) => {
    const { election, assembly, union } = of
    const stands = only(election, "preparing")
    if (!stands.ok) return stands
    if (assembly.state !== "open")
      return refuse("conflict", "选举办法须由大会通过，大会还没有开幕", { cure: "大会开幕后付表决" })
    if (on > ctx.today) return refuse("invalid", "通过日期不能晚于今天", { at: "on" })
    const rules = rulesText(election, { union: union.name, assembly: assembly.name })
    await store.changeElection(ctx.tx, [id], { rules, rulesBasis: basis, rulesOn: on })
    await record(ctx, id, { kind: "rules", basis, rules })
    await changed(ctx, of)
    return ok({})
  },
})
