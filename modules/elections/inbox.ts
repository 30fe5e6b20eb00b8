import type { Ctx } from "#kit/server/world.ts"
import { assemblyById, dutyNames, servingOf } from "#modules/assembly/index.ts"
import { delegationsOf } from "#modules/delegates/index.ts"
import { compared } from "./actions/counting.ts"
import { headOf, textsOf } from "./casting/chain.ts"
import { nextOf } from "./ceremony.ts"
import type { Election } from "./election.ts"
import { postedOf, requirementsFor } from "./ground.ts"
import type { OfElection } from "./load.ts"
import { theElection } from "./load.ts"
import { electionsIn, envelopesFor, issueOf, sheetsOf } from "./store.ts"

interface Task {
  readonly key: string
  readonly title: string
  readonly capacity: string
  readonly href: string
  readonly clause?: string
}

/** What waits for scrutineers, the credentials officer, tellers, the executive chair, and delegates in the hall. */
export async function inboxItems(ctx: Ctx) {
  const { number } = ctx.actor
  if (number === "") return []
  const serving = await servingOf(ctx.tx, number)
  const seats = (await delegationsOf(ctx.tx, number)).filter((d) => d.voting)
  const assemblies = new Set([...serving.map((a) => a.assemblyId), ...seats.map((d) => d.assemblyId)])
  const going = (await electionsIn(ctx.tx, [...assemblies])).filter(
    (e) => e.state === "preparing" || e.state === "open" || e.state === "closed" || e.state === "counted",
  )
  const envelopes = await envelopesFor(
    ctx.tx,
    going.filter((e) => e.state === "open").map((e) => e.id),
    number,
  )
  const items = []
  for (const e of going) {
    const of = await theElection(ctx, { id: e.id })
    const assembly = await assemblyById(ctx.tx, e.assemblyId)
    if (!of.ok || !assembly || assembly.state === "cancelled") continue
    const tasks = await tasksOf(ctx, of.value)
    if (envelopes.has(e.id)) tasks.push(toVote(e))
    for (const t of tasks)
      items.push({
        id: `elections/${t.key}/${e.id}`,
        module: "elections",
        title: t.title,
        heading: t.title,
        detail: `${assembly.name}：${e.title}${e.round > 1 ? `（第${e.round}轮）` : ""}`,
        since: assembly.proposedOn < ctx.today ? assembly.proposedOn : ctx.today,
        href: t.href,
        capacity: t.capacity,
        ...(t.clause ? { clause: t.clause } : {}),
      })
  }
  return items
}

const toVote = (e: Election): Task => ({
  key: "vote",
  title: "投票",
  capacity: "代表",
  href: `/vote/${e.id}`,
  clause: "5.1",
})

async function tasksOf(ctx: Ctx, of: OfElection): Promise<Task[]> {
  const { election: e, team } = of
  const { number } = ctx.actor
  const office = `/office/elections/${e.id}`
  const out: Task[] = []
  const head = (duty: "presiding" | "credentials" | "scrutineer") =>
    team.some((a) => a.number === number && a.duty === duty && a.lead) &&
    !e.candidates.some((c) => c.number === number)
  const trustee = e.trustees.find((t) => t.number === number)
  if (trustee && e.method === "electronic") {
    const task = (title: string): Task => ({
      key: "key",
      title,
      capacity: dutyNames.scrutineer.body,
      href: `${office}/trustee`,
    })
    const next = nextOf(e, await postedOf(ctx, e), trustee.index)
    if (e.state === "preparing" && next !== "done" && next !== "wait" && next !== "blamed")
      out.push(task("生成选举密钥"))
    if (e.state === "closed" && (await headOf(ctx.tx, e.id))) {
      const given = await textsOf(ctx.tx, e.id, "PartialDecryption")
      if (!given.some((g) => g.owner === trustee.index)) out.push(task("开启票箱"))
    }
  }
  if (e.state === "preparing") {
    if (
      e.method === "electronic" &&
      of.assembly.state === "open" &&
      head("credentials") &&
      !(await issueOf(ctx.tx, e.id))
    )
      out.push({
        key: "issue",
        title: "发放选票凭证",
        capacity: lead("credentials"),
        href: `${office}/credentials`,
      })
    if (head("presiding") && of.assembly.state === "open") {
      const missing = (await requirementsFor(ctx, of)).find((r) => !r.ready)
      if (!missing || missing.key === "rules")
        out.push({
          key: "preside",
          title: missing ? "登记选举办法通过" : "宣布开始投票",
          capacity: lead("presiding"),
          href: office,
          clause: "5.1",
        })
    }
  }
  if (e.state === "closed" && e.method === "paper") {
    const sheets = await sheetsOf(ctx.tx, e.id)
    const { state } = compared(e, sheets)
    const mine = e.tellers.some((t) => t.number === number)
    if (mine && (state === "different" || !sheets.has(number)))
      out.push({
        key: "count",
        title: state === "different" ? "复核计票结果" : "登记计票结果",
        capacity: dutyNames.teller.body,
        href: `${office}/count`,
      })
    if (head("scrutineer") && state === "equal")
      out.push({ key: "confirm", title: "确认计票结果", capacity: lead("scrutineer"), href: office })
  }
  if (e.state === "counted" && head("presiding"))
    out.push({
      key: "announce",
      title: e.result!.outcome.open > 0 ? "公告选举结果或组织下一轮投票" : "向大会公告选举结果",
      capacity: lead("presiding"),
      href: office,
      clause: "6.6a",
    })
  return out
}

const lead = (duty: "presiding" | "credentials" | "scrutineer"): string =>
  duty === "scrutineer" ? dutyNames[duty].lead : `${dutyNames[duty].body}${dutyNames[duty].lead}`
