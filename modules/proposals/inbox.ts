import type { Ctx } from "#kit/server/world.ts"
import { assembliesOf, dutyNames, servingOf } from "#modules/assembly/index.ts"
import { isOpenToChange } from "./proposal.ts"
import { proposalsIn, proposalsWith, rulesOf, signersOf } from "./store.ts"

/** What waits for the committee on proposals, and for those who bring them. Offices find theirs among the courses. */
export async function inboxItems(ctx: Ctx) {
  return [...(await forCommittee(ctx)), ...(await forProposers(ctx))].map((i) => ({
    ...i,
    module: "proposals",
    heading: i.title,
  }))
}

async function forCommittee(ctx: Ctx) {
  const serving = (await servingOf(ctx.tx, ctx.actor.number)).filter((a) => a.duty === "proposals")
  if (serving.length === 0) return []
  const assemblies = new Map((await assembliesOf(ctx.tx)).map((a) => [a.id, a]))
  const items = []
  for (const as of serving) {
    const assembly = assemblies.get(as.assemblyId)
    if (!assembly || assembly.state === "cancelled") continue
    const common = {
      capacity: `${assembly.name}${dutyNames.proposals.body}`,
      clause: "1.4",
    }
    const all = await proposalsIn(ctx.tx, assembly.id)
    const piles = [
      ["submitted", "审查提案", all.filter((p) => p.state === "submitted")],
      ["unsent", "交办提案", all.filter((p) => p.state === "filed" && p.course === null)],
    ] as const
    for (const [state, title, pile] of piles)
      if (pile.length > 0)
        items.push({
          ...common,
          id: `proposals/${state}/${assembly.id}`,
          title,
          detail: `${assembly.name}：${pile.length}件`,
          since: pile.map((p) => p.submittedOn ?? ctx.today).toSorted()[0]!,
          href: `/office/proposals/${assembly.id}?state=${state}`,
        })
    if (
      !(await rulesOf(ctx.tx, assembly.id)) &&
      (assembly.state === "preparing" || assembly.state === "convened")
    )
      items.push({
        ...common,
        id: `proposals/rules/${assembly.id}`,
        title: "公布提案征集办法",
        detail: `${assembly.name}：还没有定征集时间`,
        since: assembly.proposedOn,
        href: `/office/proposals/${assembly.id}`,
      })
  }
  return items
}

async function forProposers(ctx: Ctx) {
  if (ctx.actor.number === "") return []
  const all = (await proposalsWith(ctx.tx, ctx.actor.number)).filter(isOpenToChange)
  const signers = await signersOf(
    ctx.tx,
    all.map((p) => p.id),
  )
  return all.flatMap((p) => {
    const common = {
      capacity: "本人",
      since: ctx.today,
      href: `/congress/${p.assemblyId}/proposals/${p.id}`,
      clause: "1.3",
    }
    if (p.author === ctx.actor.number)
      return p.state === "returned"
        ? [
            {
              ...common,
              id: `proposals/returned/${p.id}`,
              title: "修改退回的提案",
              detail: `${p.title}：${p.because ?? ""}`,
            },
          ]
        : []
    const asked = signers.some(
      (s) => s.proposalId === p.id && s.number === ctx.actor.number && s.state === "asked",
    )
    return asked
      ? [
          {
            ...common,
            id: `proposals/sign/${p.id}`,
            title: "是否参加联名提案",
            detail: `${p.authorName}邀请您联名：${p.title}`,
          },
        ]
      : []
  })
}
