import type { Block, Paper, Row } from "#kit/paper/paper.ts"
import { type Papered, paper, part, when } from "./papers.ts"
import { duties, dutyNames, inDuty } from "./team.ts"

/** `14:00` and so many minutes later. */
function later(time: string, minutes: number): string {
  const [hour, minute] = time.split(":").map(Number) as [number, number]
  const at = hour * 60 + minute + minutes
  return `${`${Math.floor(at / 60) % 24}`.padStart(2, "0")}:${`${at % 60}`.padStart(2, "0")}`
}

/** When each item begins, as long as every item before it says how long it takes. */
function beginnings(time: string, minutes: readonly number[]): string[] {
  let passed = 0
  let known = true
  return minutes.map((m) => {
    const at = known ? later(time, passed) : ""
    known &&= m > 0
    passed += m
    return at
  })
}

export function agendaPaper(p: Papered): Paper {
  const { assembly: a } = p
  const at = beginnings(
    a.time,
    p.agenda.map((i) => i.minutes),
  )
  const rows = p.agenda.map(
    (item, i): Row => [
      `${i + 1}`,
      at[i]!,
      item.detail ? `${item.title}\n${item.detail}` : item.title,
      item.reporter,
      item.minutes > 0 ? `${item.minutes}分钟` : "",
    ],
  )
  return {
    ...paper(`${a.name}议程`, p.union, a.day, [
      { kind: "text", runs: `时间：${when(a)}`, indent: false },
      { kind: "text", runs: `地点：${a.place}`, indent: false },
      {
        kind: "table",
        columns: [
          { header: "序号", width: 9, align: "center" },
          { header: "时间", width: 12, align: "center" },
          { header: "事项", width: 47 },
          { header: "报告人", width: 19 },
          { header: "用时", width: 13, align: "center" },
        ],
        rows,
      },
    ]),
    subtitle: p.progress.convened ? "" : "（草案）",
  }
}

/** Everybody who serves in the assembly, body by body. */
export function teamPaper(p: Papered): Paper {
  const bodies = duties
    .map((duty) => ({ duty, people: inDuty(p.team, duty) }))
    .filter(({ people }) => people.length > 0)
  return paper(
    `${p.assembly.name}\n各机构名单`,
    p.union,
    p.assembly.day,
    bodies.flatMap(({ duty, people }): Block[] => [
      part(`${dutyNames[duty].body}（${people.length}人）`),
      {
        kind: "table",
        columns: [
          { header: "姓名", width: 22, align: "center" },
          { header: "职务", width: 26, align: "center" },
          { header: "产生方式", width: 52 },
        ],
        rows: people.map((x): Row => [x.name, x.lead ? dutyNames[duty].lead : memberOf(duty), x.basis]),
      },
    ]),
  )
}

const memberOf = (duty: (typeof duties)[number]): string =>
  duty === "scrutineer" || duty === "teller"
    ? dutyNames[duty].body
    : duty === "steward"
      ? "工作人员"
      : duty === "presiding"
        ? "成员"
        : "委员"
