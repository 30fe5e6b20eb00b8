import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { z } from "zod"
import type { Ctx } from "#kit/server/world.ts"
import type { AgendaItem } from "./agenda.ts"
import { papersSentBy } from "./agenda-store.ts"
import type { setAgenda } from "./contract.ts"

type Wanted = z.output<typeof setAgenda.input>["items"][number]
type Item = Omit<AgendaItem, "position">

/** The agenda as wanted: known items keep their ids and papers, new papers must be the sender's own. */
export async function agendaWanted(
  ctx: Ctx,
  known: readonly AgendaItem[],
  wanted: readonly Wanted[],
): Promise<Result<Item[], Refusal>> {
  const there = new Map(known.flatMap((i) => i.papers.map((p) => [p.id, p] as const)))
  const ids = wanted.flatMap((w) => w.papers)
  const sent = await papersSentBy(
    ctx.tx,
    ctx.actor.account,
    ids.filter((id) => !there.has(id)),
  )
  const papers = new Map([...there, ...sent.map((p) => [p.id, p] as const)])
  if (ids.some((id) => !papers.has(id)))
    return refuse("invalid", "有材料没有上传成功", { at: "papers", cure: "重新上传材料" })
  const items: Item[] = []
  for (const { id, papers: files, ...rest } of wanted) {
    const old = id === undefined ? undefined : known.find((i) => i.id === id)
    if (id !== undefined && (!old || items.some((i) => i.id === id)))
      return refuse("conflict", "议程已被他人改动", { at: "items", cure: "刷新后再改" })
    items.push({ id: old?.id ?? newId(), ...rest, papers: files.map((f) => papers.get(f)!) })
  }
  return ok(items)
}
