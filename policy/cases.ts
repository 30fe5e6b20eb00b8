import { type Day, ratio, weekdays, workingDaysBetween } from "@qiaoliang/basics"
import type { Limit, Verdict } from "@qiaoliang/clause"
import {
  agreed,
  type Came,
  type Case,
  type Congress,
  type Expected,
  type Known,
  kinds,
  levels,
  type Major,
  type Person,
  political,
  type Request,
  requestKinds,
  verdicts,
  windows,
} from "./cases-file.ts"
import { leadTimes } from "./practice/requests.ts"
import type { MajorFact, RequestFact } from "./requests.ts"
import type {
  Answered,
  CongressRecord,
  Department,
  Facts,
  Post,
  SelectionFacts,
  Student,
} from "./vocabulary.ts"

/** What a case says, as the articles see it; what it does not say is as in an ordinary school union. */
export const verdictOf = (said: Expected): Verdict => verdicts[said.结论]

export function factsOf({ 已知: said }: Case): Facts {
  const posts = said.名单 === "无" ? null : (said.名单 ?? []).flatMap(postsOf)
  const asOf = said.日期 ?? "2025-11-15"
  const names = said.部门 ?? [...new Set(posts?.flatMap((p) => p.department ?? []))]
  return {
    asOf,
    unit: { id: "u", name: "明湖大学学生会" },
    union: {
      id: "u",
      name: "明湖大学学生会",
      level: said.级别 === "学院" ? "faculty" : "school",
      kind: said.类型 === "研究生会" ? "graduate" : "undergraduate",
      ...(said.级别 === "学院" ? { faculty: "文学院" } : {}),
    },
    university: { name: "明湖大学", students: 12_000, campuses: [] },
    posts,
    departments: names.map((name): Department => ({ name })),
    ...(said.章程 ? { charter: charterOf(said.章程) } : {}),
    ...(said.当值 ? { turn: turnOf(said.当值, posts ?? []) } : {}),
    ...(said.大会 ? { congress: congressOf(said.大会) } : {}),
    ...(said.遴选 ? { selection: selectionOf(said.遴选) } : {}),
    ...(said.事项 ? { requests: said.事项.map(requestOf) } : {}),
    ...(said.重大事项 ? { majors: said.重大事项.map((m) => majorOf(m, asOf)) } : {}),
    ...(said.举办活动
      ? {
          reach: {
            students: said.举办活动.学生,
            reached: said.举办活动.参加,
            activities: said.举办活动.活动.map((a) => ({
              row: { name: a.名称 },
              on: a.举办,
              approved: a.通过 ?? null,
              people: a.参加,
            })),
          },
        }
      : {}),
    ...(said.组织
      ? { offices: Object.entries(said.组织).map(([name, head]) => ({ name, head: head || null })) }
      : {}),
    ...(said.共同研究
      ? {
          agreed: said.共同研究.map((kind, i) => ({
            id: `d${i}`,
            title: `${kind}（试行）`,
            kind: agreed[kind],
            from: "2025-09-01",
          })),
        }
      : {}),
    answers: {
      ...answersOf(said.回答 ?? {}, asOf, said.证明人),
      ...(said.没有听取的方面 ? { "needs-collected": collectedOf(said.没有听取的方面, asOf) } : {}),
    },
    explanations: (said.说明 ?? []).map((e) => ({
      clause: e.条款,
      reason: e.理由,
      approved: e.已批准,
      ...(e.对象 ? { subject: e.对象 } : {}),
    })),
    limits: Object.fromEntries(Object.entries(said.本会规定 ?? {}).map(([id, l]) => [id, limitOf(l)])),
    readings: said.读法 ?? {},
  }
}

/** By the records of listening and needs: each field there was, or those without anything. */
const collectedOf = (empty: readonly string[], on: string) => ({
  value: empty.length === 0,
  on,
  rows: empty.map((name) => ({ name, note: "没有听取、收集" })),
})

function selectionOf(s: NonNullable<Known["遴选"]>): SelectionFacts {
  const rows = (of: readonly string[] | undefined) => (of ?? []).map((name) => ({ name }))
  const record = (c: Came | undefined) => ({
    walked: rows(c?.走完程序),
    without: rows(c?.没有程序),
    unproven: rows(c?.没有记录),
  })
  return {
    presidium: record(s.主席团),
    members: record(s.成员),
    candidates: rows(s.候选人),
    outside: rows(s.范围之外),
  }
}

function limitOf(l: {
  最少?: number | undefined
  最多?: number | undefined
  最多百分之?: number | undefined
}): Limit {
  if (l.最多百分之 !== undefined) return { kind: "share", atMost: ratio(l.最多百分之, 100) }
  return {
    kind: "count",
    ...(l.最少 === undefined ? {} : { min: l.最少 }),
    ...(l.最多 === undefined ? {} : { max: l.最多 }),
  }
}

const charterOf = (c: { 公开: boolean; 轮值?: boolean | undefined }): NonNullable<Facts["charter"]> => ({
  adopted: "2024-10-20",
  public: c.公开,
  ...(c.轮值 === undefined ? {} : { rotation: c.轮值 }),
})

function requestOf(r: Request): RequestFact {
  const kind = requestKinds[r.类别]
  return {
    row: { name: r.名称 },
    major: kind === "report" || r.重大,
    reviewed: kind !== "report",
    filed: r.报送,
    on: r.实施,
    lead: workingDaysBetween(r.报送, r.实施, weekdays),
    asked: leadTimes[kind].days,
    approved: r.通过 ?? null,
  }
}

const majorOf = (m: Major, asOf: Day): MajorFact => ({
  row: { name: m.名称 },
  marked: m.认定,
  informed: m.汇报 ?? null,
  days: workingDaysBetween(m.认定, m.汇报 ?? asOf, weekdays),
})

function turnOf(name: string, posts: readonly Post[]): NonNullable<Facts["turn"]> {
  const studentId = posts.find((p) => p.name === name)?.row.studentId
  return { semester: "本学期", chair: studentId ? { name, studentId } : null }
}

let people = 0

function postsOf(p: Person): Post[] {
  return Array.from({ length: p.人数 ?? 1 }, (): Post => {
    people++
    const name = p.姓名 ?? `同学${people}`
    const studentId = p.学号 ?? `2023${String(people).padStart(8, "0")}`
    const kind = kinds[p.类别 ?? "工作人员"]
    return {
      row: { name, studentId, row: people },
      name,
      kind,
      title: p.职务 ?? p.类别 ?? "干事",
      ...(p.部门 ? { department: p.部门 } : {}),
      student: p.查无此人 ? null : studentOf(p, name, studentId),
      ...(p.来源
        ? { origin: p.来源 === "学院学生会" ? ("faculty-union" as const) : ("other" as const) }
        : {}),
    }
  })
}

function studentOf(p: Person, name: string, studentId: string): Student {
  const written = p.政治面貌 ?? "共青团员"
  const place = (text: string) => {
    const [r, of] = text.split("/").map(Number) as [number, number]
    return { rank: r, of }
  }
  const ranked = Object.entries(p.排名 ?? {}).map(([w, text]) => [
    windows[w as keyof typeof windows],
    place(text),
  ])
  const recorded = p.排名 !== undefined || p.不及格 !== undefined
  return {
    studentId,
    name,
    faculty: "文学院",
    grade: p.年级 ?? 2023,
    level: levels[p.层次 ?? "本科"],
    political: political[written as keyof typeof political] ?? "other",
    politicalWritten: written,
    ...(recorded
      ? {
          record: {
            windows: Object.fromEntries(ranked),
            ...(p.不及格 === undefined ? {} : { fails: p.不及格 }),
          },
        }
      : {}),
  }
}

function congressOf(c: Congress): CongressRecord {
  return {
    name: "学生代表大会",
    held: c.日期,
    represented: c.联系学生,
    faculties: c.学院,
    grades: c.年级,
    mainSocieties: c.主要社团,
    delegates: c.代表.flatMap((d) =>
      Array.from({ length: d.人数 }, (_, i) => ({
        row: { name: `代表${i + 1}` },
        ...(d.学院 ? { faculty: d.学院 } : {}),
        ...(d.年级 ? { grade: d.年级 } : {}),
        ...(d.社团 ? { society: d.社团 } : {}),
      })),
    ),
  }
}

function answersOf(
  said: Record<string, boolean | string>,
  on: Day,
  by: string | undefined,
): Facts["answers"] {
  const answer = (value: boolean | string): Answered => ({
    value,
    on,
    ...(by ? { attested: { id: "a", by, on, source: "会议纪要" } } : {}),
  })
  return Object.fromEntries(Object.entries(said).map(([id, value]) => [id, answer(value)]))
}
