import type { Finding, Verdict } from "@qiaoliang/clause"
import { sheetFor } from "#policy/practice/self-assessment/index.ts"
import type { Post, PostKind, Student } from "#policy/vocabulary.ts"
import { blankOwn, type DisclosureInput, type Own, type UnionFacts } from "./input.ts"

const surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
const given = ["子涵", "思源", "雨桐", "嘉怡", "文博", "㛃", "晓", "一诺", "浩然", "若曦", "梓萱"]
const faculties = [
  "文学院",
  "法学院",
  "数学与统计学院",
  "计算机科学与技术学院",
  "马克思主义学院",
  "外国语学院",
]

export function buildStudent(n: number, wanted: Partial<Student> = {}): Student {
  return {
    studentId: String(2_023_010_000 + n),
    name: `${surnames[n % surnames.length]}${given[(n * 3) % given.length]}`,
    faculty: faculties[n % faculties.length]!,
    grade: 2022 + (n % 3),
    level: "undergraduate",
    political: (["member", "league", "probationary"] as const)[n % 3]!,
    politicalWritten: ["中共党员", "共青团员", "中共预备党员"][n % 3]!,
    record: { windows: { overall: { rank: 1 + ((n * 5) % 30), of: 120 } }, fails: 0 },
    ...wanted,
  }
}

export function buildPost(n: number, kind: PostKind, wanted: Partial<Post> = {}): Post {
  const student = wanted.student === undefined ? buildStudent(n) : wanted.student
  const name = wanted.name ?? student?.name ?? `佚名${n}`
  const title = { presidium: "主席团成员", head: "部长", member: "干事", listed: "秘书长" }[kind]
  return {
    row: { name, studentId: student?.studentId ?? null, file: "名单.xlsx", sheet: "校学生会", row: n + 4 },
    name,
    kind,
    title,
    student,
    ...wanted,
  }
}

/** Four in the presidium; each department two heads and four members. */
export function buildUnion(
  wanted: Partial<UnionFacts> & { departmentNames?: readonly string[] } = {},
): UnionFacts {
  const { departmentNames, ...rest } = wanted
  const names = departmentNames ?? [
    "综合事务部",
    "学习与学术科技部",
    "权益服务部",
    "文艺体育部",
    "宣传与新媒体部",
    "社会实践部",
  ]
  let n = 0
  const posts: Post[] = [
    ...Array.from({ length: 4 }, (_, i) => buildPost(n++, "presidium", i === 0 ? { title: "执行主席" } : {})),
    ...names.flatMap((department) => [
      ...Array.from({ length: 2 }, (_, i) =>
        buildPost(n++, "head", { department, title: i ? "副部长" : "部长" }),
      ),
      ...Array.from({ length: 4 }, () => buildPost(n++, "member", { department })),
    ]),
  ]
  return {
    id: "u-school",
    name: "明湖大学学生会",
    level: "school",
    kind: "undergraduate",
    posts,
    departments: names.map((name) => ({ name })),
    findings: [],
    answers: {},
    attested: [],
    ...rest,
  }
}

export function buildFinding(clause: string, verdict: Verdict, wanted: Partial<Finding> = {}): Finding {
  return {
    clause,
    unit: "u-school",
    verdict,
    value: null,
    limit: "",
    because: `第${clause}条：${verdict}`,
    rows: [],
    asOf: "2025-11-15",
    ...wanted,
  }
}

export function buildFaculty(name: string, wanted: Partial<UnionFacts> = {}): UnionFacts {
  return buildUnion({
    id: `u-${name}`,
    name: `${name}学生会`,
    level: "faculty",
    faculty: name,
    departmentNames: ["办公室", "学习部", "文体部"],
    ...wanted,
  })
}

export function buildOwn(wanted: Partial<Own> = {}): Own {
  return { ...blankOwn, ...wanted }
}

export function buildInput(wanted: Partial<DisclosureInput> = {}): DisclosureInput {
  return {
    schoolYear: 2025,
    asOf: "2025-11-15",
    sheet: sheetFor(2025),
    university: { name: "明湖大学" },
    filer: buildUnion(),
    faculties: [],
    charter: null,
    congress: null,
    responsible: [],
    reviews: [],
    own: buildOwn(),
    ...wanted,
  }
}

export const sampleCharter = `第一章　总则
第一条　明湖大学学生会（以下简称“本会”）是中国共产党领导下的主要学生组织，是学校联系广大同学的桥梁和纽带。
第二条　本会以全心全意服务同学为宗旨，面向全体同学，听取、收集同学的普遍需求和现实困难，及时反馈学校，帮助有效解决。
第二章　组织
第三条　本会实行“主席团+工作部门”模式。主席团由学生代表大会选举产生。
第三章　附则
第四条　本章程自通过之日起施行，由学生代表大会负责解释。`
