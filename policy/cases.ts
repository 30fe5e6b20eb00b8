import { type Day, ratio, weekdays, workingDaysBetween } from "@qiaoliang/basics"
import type { Limit, Verdict } from "@qiaoliang/clause"
import { z } from "zod"
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

/**
 * `cases.yaml`: examples a union secretary can read and correct, turned into Facts. Every key is Chinese;
 * what is not said is as in an ordinary undergraduate school union on 15 November 2025.
 */

const political = { 中共党员: "member", 预备党员: "probationary", 共青团员: "league", 群众: "other" } as const
const levels = { 本科: "undergraduate", 硕士: "master", 博士: "doctor" } as const
const kinds = { 主席团: "presidium", 负责人: "head", 工作人员: "member", 其他职务: "listed" } as const
const windows = { 最近1个学期: "semester", 最近1学年: "year", 入学以来: "overall" } as const
const agreed = { 规章制度: "rule", 工作规划: "plan", 工作人员遴选: "selection" } as const
const verdicts = {
  符合: "met",
  已说明: "explained",
  提醒: "warning",
  违反: "violated",
  未知: "unknown",
} as const

const oneOf = <T extends object>(of: T) => z.enum(Object.keys(of) as [keyof T & string])
const rank = z.string().regex(/^\d+\/\d+$/)
const ranks = z.partialRecord(oneOf(windows), rank)

const person = z.strictObject({
  姓名: z.string().optional(),
  职务: z.string().optional(),
  类别: oneOf(kinds).optional(),
  部门: z.string().optional(),
  学号: z.string().optional(),
  年级: z.number().optional(),
  层次: oneOf(levels).optional(),
  政治面貌: z.string().optional(),
  排名: ranks.optional(),
  不及格: z.number().optional(),
  查无此人: z.boolean().optional(),
  来源: z.enum(["学院学生会", "其他"]).optional(),
  /** How many alike. */
  人数: z.number().optional(),
})

const congress = z.strictObject({
  日期: z.string(),
  联系学生: z.number(),
  学院: z.array(z.string()).default([]),
  年级: z.array(z.number()).default([]),
  主要社团: z.array(z.string()).default([]),
  代表: z.array(
    z.strictObject({
      学院: z.string().optional(),
      年级: z.number().optional(),
      社团: z.string().optional(),
      人数: z.number().default(1),
    }),
  ),
})

const names = z.array(z.string()).default([])
/** 走完程序、没有程序（在系统中直接登记）、没有记录（导入）. */
const came = z.strictObject({ 走完程序: names, 没有程序: names, 没有记录: names }).partial()
const requestKinds = {
  活动: "activity",
  信息: "information",
  对外联系: "external",
  经费物资: "funds",
  事先报告: "report",
} as const
const request = z.strictObject({
  名称: z.string(),
  类别: oneOf(requestKinds),
  重大: z.boolean().default(false),
  报送: z.string(),
  实施: z.string(),
  /** Not said: not approved. */
  通过: z.string().optional(),
})
const major = z.strictObject({ 名称: z.string(), 认定: z.string(), 汇报: z.string().optional() })

const known = z.strictObject({
  日期: z.string().optional(),
  级别: z.enum(["校级", "学院"]).optional(),
  类型: z.enum(["学生会", "研究生会"]).optional(),
  /** `无`: no roster of this union in the system. */
  名单: z.union([z.literal("无"), z.array(person)]).optional(),
  部门: z.array(z.string()).optional(),
  章程: z.strictObject({ 公开: z.boolean(), 轮值: z.boolean().optional() }).optional(),
  /** Who is executive chair by the plan in force; `无`: nobody. */
  当值: z.string().optional(),
  大会: congress.optional(),
  遴选: z
    .strictObject({ 主席团: came.optional(), 成员: came.optional(), 候选人: names, 范围之外: names })
    .partial()
    .optional(),
  事项: z.array(request).optional(),
  重大事项: z.array(major).optional(),
  /** 组织名称 → 负责人，空白为空缺。 */
  组织: z.record(z.string(), z.string()).optional(),
  /** 学工部和校团委共同签署、现行有效的文件，按类别。 */
  共同研究: z.array(oneOf(agreed)).optional(),
  回答: z.record(z.string(), z.union([z.boolean(), z.string()])).optional(),
  证明人: z.string().optional(),
  说明: z
    .array(
      z.strictObject({
        条款: z.string(),
        对象: z.string().optional(),
        理由: z.string(),
        已批准: z.boolean(),
      }),
    )
    .optional(),
  读法: z.record(z.string(), z.string()).optional(),
  本会规定: z
    .record(
      z.string(),
      z.strictObject({
        最少: z.number().optional(),
        最多: z.number().optional(),
        最多百分之: z.number().optional(),
      }),
    )
    .optional(),
})

const expected = z.strictObject({
  结论: oneOf(verdicts),
  数值: z.union([z.number(), z.string()]).optional(),
  对象: z.union([z.string(), z.array(z.string())]).optional(),
  涉及: z.array(z.string()).optional(),
  /** A phrase of the sentence shown. */
  写明: z.string().optional(),
})

/** `不判断`: the clause does not speak about this union. */
export const caseFile = z.array(
  z.strictObject({
    条款: z.string(),
    情形: z.string(),
    已知: known,
    应为: z.union([z.literal("不判断"), expected, z.array(expected)]),
  }),
)

export type Case = z.infer<typeof caseFile>[number]
export type Expected = z.infer<typeof expected>

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
    answers: answersOf(said.回答 ?? {}, asOf, said.证明人),
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

function selectionOf(s: NonNullable<z.infer<typeof known>["遴选"]>): SelectionFacts {
  const rows = (of: readonly string[] | undefined) => (of ?? []).map((name) => ({ name }))
  const record = (c: z.infer<typeof came> | undefined) => ({
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

function requestOf(r: z.infer<typeof request>): RequestFact {
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

const majorOf = (m: z.infer<typeof major>, asOf: Day): MajorFact => ({
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

function postsOf(p: z.infer<typeof person>): Post[] {
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

function studentOf(p: z.infer<typeof person>, name: string, studentId: string): Student {
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

function congressOf(c: z.infer<typeof congress>): CongressRecord {
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
