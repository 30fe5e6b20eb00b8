import { header, joined } from "@qiaoliang/ballot"
import { type PackFile, pack, packPath, toDocx, toPdf, toXlsx } from "#kit/paper/index.ts"
import type { Paper } from "#kit/paper/paper.ts"
import type { Ctx } from "#kit/server/world.ts"
import { inDuty } from "#modules/assembly/index.ts"
import { delegatesOf, withOwnSeat } from "#modules/delegates/index.ts"
import { mayRead } from "./abilities.ts"
import { headOf, recordsBetween } from "./casting/chain.ts"
import { byStrokes, type Election } from "./election.ts"
import { type OfElection, theElection } from "./load.ts"
import {
  type About,
  ballotPaper,
  filingPaper,
  noticePaper,
  reportPaper,
  reportSheet,
  rulesPaper,
} from "./paper.ts"
import { papersOf } from "./papers.ts"
import { rulesText } from "./rules-text.ts"
import { electedIn } from "./seating.ts"
import { roundsOf } from "./store.ts"

export interface Made {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
} as const

/** A document of a round, for those who may read it; undefined where there is none. */
export async function paperFile(ctx: Ctx, id: string, file: string): Promise<Made | undefined> {
  const of = await withOwnSeat(ctx, await theElection(ctx, { id }))
  if (!of.ok || !("as" in mayRead(ctx.actor, of.value))) return undefined
  if (!papersOf(of.value.election).some((p) => p.href.endsWith(`/${id}/${file}`))) return undefined
  const [what, kind] = file.split(".") as [string, keyof typeof types]
  const name = `${of.value.assembly.name}${of.value.election.title}${names[what]}.${kind}`
  if (kind === "zip") return { name, type: types.zip, bytes: await filing(ctx, of.value) }
  if (kind === "xlsx")
    return { name, type: types.xlsx, bytes: await toXlsx([reportSheet(of.value.election)]) }
  const paper = await paperFor(ctx, of.value, what)
  if (!paper) return undefined
  return { name, type: types[kind], bytes: kind === "pdf" ? await toPdf(paper) : await toDocx(paper) }
}

const names: Readonly<Record<string, string>> = {
  rules: "办法",
  ballot: "选票",
  report: "结果报告单",
  notice: "结果公告",
  filing: "结果备案件",
}

const aboutOf = ({ election, assembly, union }: OfElection): About => ({
  union: union.name,
  assembly: assembly.name,
  party: union.level === "school" ? "学校党委" : `${union.faculty ?? "学院"}党组织`,
  rules: election.rules ?? rulesText(election, { union: union.name, assembly: assembly.name }),
})

const scrutineersOf = ({ election, team }: OfElection): string[] =>
  election.method === "paper"
    ? [...inDuty(team, "scrutineer").filter((a) => !a.lead), ...election.tellers].map((p) => p.name)
    : election.trustees.map((t) => t.name)

async function told(ctx: Ctx, { election }: OfElection) {
  const rounds = (await roundsOf(ctx.tx, election.series)).filter((r) => r.result && r.state !== "void")
  return { rounds, elected: byStrokes(electedIn(rounds)).map((p) => p.name), on: ctx.today }
}

async function paperFor(ctx: Ctx, of: OfElection, what: string): Promise<Paper | undefined> {
  const about = aboutOf(of)
  switch (what) {
    case "rules":
      return rulesPaper(of.election, about)
    case "ballot":
      return ballotPaper(of.election, about)
    case "report":
      return reportPaper(of.election, about, scrutineersOf(of))
    case "notice":
      return noticePaper(await told(ctx, of), about)
    default:
      return undefined
  }
}

/** 备案件 (6.6c): the report to the office above with everything that proves the result, as one package. */
async function filing(ctx: Ctx, of: OfElection): Promise<Uint8Array> {
  const about = aboutOf(of)
  const t = await told(ctx, of)
  const files: PackFile[] = []
  const add = (name: string, bytes: Uint8Array) => files.push({ path: packPath(name), bytes })
  add("01 选举办法.docx", await toDocx(rulesPaper(t.rounds[0]!, about)))
  for (const r of t.rounds) {
    const part = t.rounds.length > 1 ? `（第${r.round}轮）` : ""
    add(
      `02 选举结果报告单${part}.docx`,
      await toDocx(reportPaper(r, about, scrutineersOf({ ...of, election: r }))),
    )
    add(`03 选举结果报告单${part}.xlsx`, await toXlsx([reportSheet(r)]))
    const archive = await archiveOf(ctx, r)
    if (archive) add(`04 选举存档${part} ${r.uuid}.bel`, archive)
  }
  add("05 公告.docx", await toDocx(noticePaper(t, about)))
  add("06 代表名单.xlsx", await toXlsx([await roll(ctx, of)]))
  const to = of.union.level === "school" ? "上级学联" : "校学生会组织"
  const lies = files.map((f) => f.path.replace(/^\d+ /, "")).toSorted()
  add("00 备案报告.docx", await toDocx(filingPaper(t, about, to, lies)))
  return pack(files).bytes
}

const roll = async (ctx: Ctx, { election }: OfElection) => ({
  name: "代表名单",
  columns: [{ header: "代表团" }, { header: "姓名" }, { header: "学院（系）" }, { header: "是否有表决权" }],
  rows: (await delegatesOf(ctx.tx, election.assemblyId)).map((d) => [
    d.delegation,
    d.name,
    d.faculty,
    d.voting ? "有" : "无",
  ]),
})

async function archiveOf(ctx: Ctx, e: Election): Promise<Uint8Array | undefined> {
  const head = e.method === "electronic" ? await headOf(ctx.tx, e.id) : undefined
  if (!head) return undefined
  return joined([header(head.timestamp), ...(await recordsBetween(ctx.tx, e.id, -1, head.height))])
}
