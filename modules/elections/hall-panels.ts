import type { Tx } from "#kit/server/db.ts"
import type { Election, ElectionState } from "./election.ts"
import { panelFor } from "./queries/voting.ts"
import { electionsIn } from "./store.ts"

/** A round as the hall shows it: nothing in it that is not public. */
export interface HallPanel {
  readonly id: string
  readonly title: string
  readonly state: "preparing" | "open" | "counting" | "done"
  /** How it stands, in sentences for the projector. */
  readonly lines: readonly string[]
  /** Of the public board, to be compared by delegates. */
  readonly code: string | null
  /** Where a delegate votes while it is open. */
  readonly vote: string | null
  /** What the chair can do about it, and where. */
  readonly actions: readonly { readonly title: string; readonly href: string }[]
}

const stages = {
  preparing: "preparing",
  open: "open",
  closed: "counting",
  counted: "done",
  void: "done",
  announced: "done",
  ratified: "done",
  refused: "done",
  cancelled: "done",
} as const satisfies Record<ElectionState, HallPanel["state"]>

const chairs: Partial<Record<ElectionState, string>> = {
  preparing: "准备和开始投票",
  open: "停止投票",
  closed: "查看计票进展",
  counted: "公告结果或组织下一轮投票",
  void: "重新投票",
}

/** The votes of an assembly for its hall, in the order they were arranged. */
export async function hallPanels(tx: Tx, assemblyId: string): Promise<readonly HallPanel[]> {
  const rounds = (await electionsIn(tx, [assemblyId])).filter((e) => e.state !== "cancelled")
  const replaced = new Set(rounds.flatMap((e) => (e.previous ? [e.previous] : [])))
  const panels: HallPanel[] = []
  for (const e of rounds) {
    const p = await panelFor({ tx }, e)
    const action = replaced.has(e.id) ? undefined : chairs[e.state]
    panels.push({
      id: e.id,
      title: e.round > 1 ? `${e.title}（第${e.round}轮）` : e.title,
      state: stages[e.state],
      lines: linesOf(e, p),
      code: p.checkpoint?.code ?? null,
      vote: e.state === "open" && e.method === "electronic" ? `/vote/${e.id}` : null,
      actions: action ? [{ title: action, href: `/office/elections/${e.id}` }] : [],
    })
  }
  return panels
}

function linesOf(e: Election, p: Awaited<ReturnType<typeof panelFor>>): string[] {
  const what = `应选${e.post}${e.seats}名，候选人${e.candidates.length}名`
  if (e.state === "preparing") return [what]
  if (e.state === "open")
    return e.method === "electronic"
      ? [what, `发出选票${p.issued}张，票箱中已有${p.ballots}张（含重新投票的）`]
      : [what, "正在填写和收回选票"]
  if (e.state === "closed")
    return p.decryptions
      ? ["投票已经停止", `监票人开启票箱：${p.decryptions.given}/${p.decryptions.needed}`]
      : ["投票已经停止", "计票人正在计票"]
  const r = p.result
  if (!r) return []
  return [
    `实到代表${r.present}名，发出选票${r.issued}张，收回选票${r.recovered}张，有效票${r.valid}张，无效票${r.invalid}张`,
    ...r.candidates.map((c) => `${c.name}：赞成${c.for}票（${c.share}）`),
    e.state === "void" ? (e.because ?? "选举无效") : `当选：${r.elected.join("、") || "无"}`,
    ...(r.open > 0 ? [`尚有${r.open}个名额未选出`] : []),
    ...(r.vacant > 0 ? [`得票相等，${r.vacant}个名额空缺`] : []),
  ]
}
