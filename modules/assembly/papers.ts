import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Block, Paper } from "#kit/paper/paper.ts"
import { clauses } from "#policy/clauses.generated.ts"
import type { AgendaItem } from "./agenda.ts"
import { type Assembly, kindNames } from "./assembly.ts"
import type { Held } from "./last-held.ts"
import { clauseFor } from "./procedure.ts"
import type { Progress } from "./progress.ts"
import type { Ready } from "./readiness.ts"
import type { Team } from "./team.ts"

/** Everything the papers of an assembly are drawn up from. */
export interface Papered {
  readonly assembly: Assembly
  readonly union: string
  readonly level: "school" | "faculty"
  /** Whom the request goes to: 文学院党组织; of a school 明湖大学党委. */
  readonly party: string
  readonly league: string
  readonly team: Team
  readonly agenda: readonly AgendaItem[]
  readonly progress: Progress
  readonly readiness: readonly Ready[]
  readonly last: Held | null
}

export const text = (runs: string): Block => ({ kind: "text", runs })
export const part = (title: string): Block => ({ kind: "heading", level: 1, text: title })
/** The addressee stands at the edge, without the two characters in. */
export const to = (whom: string): Block => ({ kind: "text", runs: `${whom}：`, indent: false })

/** Who signs, and on which day; an empty date where it is not signed yet. */
export const signed = (by: string, on: Day | undefined): Block[] => [
  { kind: "text", runs: "", indent: false },
  { kind: "text", runs: `${by}　　`, align: "right" },
  { kind: "text", runs: `${on ? chineseDay(on) : "　　年　　月　　日"}　　`, align: "right" },
]

export const when = ({ day, time }: Assembly): string => `${chineseDay(day)}${time}`

/** 一、 二、 … as documents number their parts. */
export const numeral = (n: number): string => "一二三四五六七八九十"[n] ?? `${n + 1}`

const agendaLines = (agenda: readonly AgendaItem[]): Block[] =>
  agenda.length > 0
    ? agenda.map((item, i) => text(`${i + 1}．${item.title}${i === agenda.length - 1 ? "。" : "；"}`))
    : [text("议程由筹备委员会拟定后另报。")]

export const paper = (
  subject: string,
  author: string,
  date: Day | undefined,
  blocks: readonly Block[],
): Paper => ({
  title: subject,
  blocks,
  footer: author,
  about: { author, subject, ...(date ? { date } : {}) },
})

const law = (p: Papered): string => {
  const { words } = clauses[clauseFor(p.level)]
  return `《关于推动高校学生会（研究生会）深化改革的若干意见》要求，“${words.split("，")[0]!.replace("。", "")}”。`
}

export const names = ({ assembly }: Papered) => ({
  request: `关于召开${assembly.name}的请示`,
  approval: `关于同意筹备${assembly.name}的批复`,
  committee: `关于成立${assembly.name}筹备委员会的通知`,
  "second-request": `关于正式召开${assembly.name}的请示`,
  "second-approval": `关于同意召开${assembly.name}的批复`,
  notice: `关于召开${assembly.name}的通知`,
})

/** 6.1, 6.5: the union asks to hold it. */
export function request(p: Papered): Paper {
  const { assembly: a, union } = p
  const on = p.progress.requested?.on ?? a.proposedOn
  const last = p.last ? `上一次大会于${chineseDay(p.last.day)}召开。` : ""
  const attending =
    a.kind === "congress"
      ? "大会由学生代表参加。代表经班级团支部推荐、学院（系）学生会组织选举产生，名额分配方案由筹备委员会拟定。"
      : "本学院（系）学生人数较少，按《高校学生代表大会工作规则》召开全体学生大会，由全体学生参加。"
  return paper(names(p).request, union, on, [
    to(p.party),
    text(`${law(p)}${last}经${union}主席团研究，拟召开${a.name}。现将有关事项请示如下。`),
    part("一、时间和地点"),
    text(`拟于${when(a)}在${a.place}召开。`),
    part("二、大会主题"),
    text(a.theme || "由筹备委员会拟定后另报。"),
    part("三、参加人员"),
    text(attending),
    part("四、主要议程"),
    ...agendaLines(p.agenda),
    part("五、筹备工作"),
    text(
      `请示获批后，成立大会筹备委员会，由${p.league}专职团干部担任秘书长，负责${a.kind === "congress" ? "代表选举、资格审查、" : ""}文件起草和会务工作；筹备就绪后，再次请示正式召开。`,
    ),
    text("妥否，请批示。"),
    ...signed(union, on),
  ])
}

/** A reply drafted for the Party organisation's office, which numbers, signs and seals it. */
function reply(
  p: Papered,
  title: string,
  asked: string,
  agreed: readonly string[],
  on: Day | undefined,
  number: string,
): Paper {
  return {
    ...paper(title, p.party, on, [
      to(p.union),
      text(`你会《${asked}》收悉。经研究，现批复如下。`),
      ...agreed.map((line, i) => text(`${numeral(i)}、${line}`)),
      text("此复。"),
      ...signed(p.party, on),
    ]),
    ...(number ? { number } : {}),
    ...(on ? {} : { watermark: "代拟稿" }),
  }
}

export function approval(p: Papered): Paper {
  const { assembly: a } = p
  const { approved } = p.progress
  return reply(
    p,
    names(p).approval,
    names(p).request,
    [
      `同意筹备${a.name}。`,
      "同意成立大会筹备委员会，具体人选按程序报批。",
      "请按照《关于推动高校学生会（研究生会）深化改革的若干意见》和《高校学生代表大会工作规则》，扎实做好代表产生、文件起草、候选人推荐等各项筹备工作，筹备就绪后报请正式召开。",
    ],
    approved?.on,
    approved?.reply ?? "",
  )
}

/** The union reports what was prepared and asks to hold it. */
export function secondRequest(p: Papered): Paper {
  const { assembly: a, union } = p
  const on = p.progress.ready?.on
  const since = p.progress.approved
  return paper(names(p)["second-request"], union, on, [
    to(p.party),
    text(
      `${since ? `${chineseDay(since.on)}，${p.party}批复同意筹备${a.name}。` : ""}筹备委员会按批复要求开展工作，各项筹备已经就绪，拟于${when(a)}在${a.place}正式召开大会。现将筹备情况报告如下。`,
    ),
    part("一、筹备情况"),
    {
      kind: "table",
      columns: [
        { header: "事项", width: 34 },
        { header: "情况", width: 66 },
      ],
      rows: p.readiness.map((r) => [{ text: r.title, heading: true }, r.says]),
    },
    part("二、大会议程"),
    ...agendaLines(p.agenda),
    text("妥否，请批示。"),
    ...signed(union, on),
  ])
}

export function secondApproval(p: Papered): Paper {
  const { assembly: a } = p
  const { convened } = p.progress
  return reply(
    p,
    names(p)["second-approval"],
    names(p)["second-request"],
    [
      `同意于${chineseDay(a.day)}召开${a.name}。`,
      `同意大会议程。${p.agenda.some((i) => i.kind === "election") ? "选举结果向大会公告后，报我处批准。" : ""}`,
      "请严肃会风会纪，严格按照选举办法和议事规则组织大会，确保大会圆满完成各项任务。",
    ],
    convened?.on,
    convened?.reply ?? "",
  )
}

/** The League organisation sets the committee up, with its secretary-general. */
export function committee(p: Papered): Paper {
  const { assembly: a, level } = p
  const on = p.progress.committee?.on
  const members = p.team.filter((t) => t.duty === "preparatory")
  const lead = members.find((t) => t.lead)
  const others = members.filter((t) => !t.lead).map((t) => t.name)
  return paper(names(p).committee, p.league, on, [
    to(level === "school" ? "各学院（系）团组织、学生会组织" : "各团支部、班级"),
    text(
      `${p.progress.approved ? `经${p.party}同意，` : ""}为做好${a.name}的筹备工作，决定成立${a.name}筹备委员会，组成人员如下。`,
    ),
    ...(lead ? [text(`秘书长：${lead.name}`)] : []),
    text(`委　员：${others.join("、") || "另行确定"}`),
    text(
      `筹备委员会负责${a.kind === "congress" ? "代表名额分配和选举、代表资格审查、" : ""}大会文件起草、会务组织等工作，大会开幕后，其职责由大会主席团承担。`,
    ),
    ...signed(p.league, on),
  ])
}

/** Who comes, when and where, to what. */
export function notice(p: Papered): Paper {
  const { assembly: a, union } = p
  const on = p.progress.convened?.on
  const who = a.kind === "congress" ? "全体正式代表，列席人员按通知参加。" : "本学院（系）全体学生。"
  return paper(names(p).notice, union, on, [
    to(
      p.level === "school"
        ? "各学院（系）学生会组织、各代表团"
        : a.kind === "congress"
          ? "各代表团、班级"
          : "各班级",
    ),
    text(`经${p.party}批复同意，定于${chineseDay(a.day)}召开${a.name}。现将有关事项通知如下。`),
    part("一、时间"),
    text(`${when(a)}，请提前20分钟签到入场。`),
    part("二、地点"),
    text(a.place),
    part("三、参加人员"),
    text(who),
    part("四、主要议程"),
    ...agendaLines(p.agenda),
    part("五、有关要求"),
    text(
      `参加${kindNames[a.kind]}是同学行使民主权利的重要途径，请妥善安排时间，按时参会；因故不能参加的，须履行请假手续，不能委托他人代为投票。`,
    ),
    ...signed(union, on),
  ])
}
