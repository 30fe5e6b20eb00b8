import type { z } from "zod"
import type { Contract } from "#kit/contract.ts"
import * as accounts from "#modules/accounts/contract.ts"
import * as calls from "#modules/calls/contract.ts"
import * as courses from "#modules/courses/contract.ts"
import * as home from "#modules/home/contract.ts"
import * as inbox from "#modules/inbox/contract.ts"
import * as merging from "#modules/merging/contract.ts"
import * as reminders from "#modules/reminders/contract.ts"
import * as selection from "#modules/selection/contract.ts"
import * as site from "#modules/site/contract.ts"
import { callFor, callLines } from "./call.ts"
import { concerns } from "./concerns.ts"
import { course, courseLines } from "./course.ts"

/** Answers for looking at the shells without a server: typed by the contracts, for tests only. */
export interface State {
  signedIn: boolean
  empty: boolean
  /** The next verb is refused so. */
  refuse?: object | undefined
}

type Answer = (state: State, input: Record<string, unknown>) => unknown
const answer = <C extends Contract>(
  contract: C,
  make: (state: State, input: Record<string, unknown>) => z.input<C["output"]>,
): [string, Answer] => [
  `/api/${contract.name.replace(".", "/")}`,
  (s, i) => contract.output.parse(make(s, i)),
]

const faculties =
  "文学院 数学科学学院 物理与电子信息学院 化学与材料学院 生命科学学院 经济管理学院 法学院 外国语学院 计算机学院 美术与设计学院 音乐学院 体育学院 马克思主义学院".split(
    " ",
  )
const departments = ["综合事务部", "学业发展部", "权益服务部", "文体活动部", "宣传联络部"]

const unions = [
  {
    id: "u-s",
    name: "江城师范大学学生会",
    level: "school" as const,
    kind: "undergraduate" as const,
    staff: 39,
  },
  { id: "u-g", name: "江城师范大学研究生会", level: "school" as const, kind: "graduate" as const, staff: 34 },
  ...faculties.map((f, i) => ({
    id: `u-${i}`,
    name: `${f}学生会`,
    level: "faculty" as const,
    kind: "undergraduate" as const,
    ...(i === 4 ? {} : { staff: 18 + ((i * 5) % 13) }),
  })),
]
const disclosures = ["学生会", "研究生会"].flatMap((u, i) =>
  ["2024—2025", "2023—2024"].map((schoolYear, j) => ({
    id: `d-${i}${j}`,
    title: `江城师范大学${u}改革情况公开（${schoolYear}学年）`,
    schoolYear,
    union: `江城师范大学${u}`,
    publishedOn: `${2025 - j}-11-2${i}`,
    href: `/disclosures/d-${i}${j}`,
  })),
)

export const answers: Readonly<Record<string, Answer>> = Object.fromEntries([
  answer(accounts.me, ({ signedIn }) => ({
    signedIn,
    ...(signedIn
      ? { account: { id: "a1", number: "20180012", name: "陈思远", secondFactor: false }, admin: true }
      : {}),
    university: {
      id: "jcnu",
      name: "江城师范大学",
      shortName: "江城师大",
      today: "2026-03-30",
      referenceDay: "2026-03-30",
      sample: true,
    },
    capacities: signedIn
      ? [
          { office: "school-league", officeName: "校团委", scopeName: "江城师范大学", title: "副书记" },
          { office: "union", officeName: "江城师范大学学生会", scopeName: "校级", title: "秘书长" },
        ]
      : [],
    can: { "accounts.list": signedIn, "accounts.issue-code": signedIn },
  })),
  answer(accounts.signIn, (_, { password, code }) => ({
    next: password === "two-step" && !code ? ("second-factor" as const) : ("done" as const),
  })),
  answer(accounts.activate, () => ({})),
  answer(accounts.signOut, () => ({})),
  answer(accounts.sessions, () => ({
    items: ["Chrome · Windows", "Safari · iPhone"].map((agent, i) => ({
      id: `s${i}`,
      current: i === 0,
      startedAt: "2026-03-28T01:12:00Z",
      lastUsedAt: "2026-03-30T02:05:00Z",
      agent,
      address: "10.12.4.31",
    })),
  })),
  answer(accounts.revoke, () => ({ ended: 1 })),
  answer(accounts.changePassword, () => ({})),
  answer(accounts.secondFactorBegin, () => ({
    secret: "JBSWY3DPEHPK3PXP",
    otpauthUrl: "otpauth://totp/x?secret=JBSWY3DPEHPK3PXP",
    qrSvg:
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h2v2H0zM3 1h1v3H1V3h2z"/></svg>',
  })),
  answer(accounts.secondFactorConfirm, () => ({})),
  answer(accounts.secondFactorRemove, () => ({})),
  answer(accounts.list, ({ empty }) => ({
    total: empty ? 0 : 5,
    items: empty
      ? []
      : (["active", "active", "waiting", "none", "disabled"] as const).map((state, i) => ({
          id: `a${i}`,
          number: `2023010${i}`,
          name: ["陈思远", "王雨桐", "李明哲", "赵一帆", "欧阳若曦"][i]!,
          admin: i === 0,
          state,
          secondFactor: i === 1,
          ...(i < 2 ? { lastSignInAt: "2026-03-29T08:40:00Z" } : {}),
          can: { "accounts.issue-code": true, "accounts.disable": i > 0 },
        })),
  })),
  answer(accounts.issueCode, () => ({ code: "7F4K-92QX-M3DT", expires: "2026-04-06T04:00:00Z" })),
  answer(accounts.disable, () => ({})),
  answer(inbox.list, ({ empty }) => ({
    items: empty
      ? []
      : [
          {
            id: "i1",
            module: "findings",
            title: "江城师范大学学生会：成绩排名在前 30% 以内",
            detail: "2 名工作人员不符合，需说明或调整。",
            since: "2026-03-12",
            due: "2026-03-26",
            overdue: true,
            href: "/office/findings?union=u-s",
            capacity: "校团委 副书记",
            clause: "4.3",
          },
          {
            id: "i2",
            module: "disclosure",
            title: "2025—2026 学年改革情况公开待审批",
            detail: "研究生会提交的第 2 稿，自评表 16 行，其中 1 行待证明。",
            since: "2026-03-28",
            due: "2026-04-10",
            href: "/office/disclosure/d-1",
            capacity: "校团委 副书记",
          },
          {
            id: "i3",
            module: "imports",
            title: "文学院学生会名单有 3 行待更正",
            detail: "“副主席”不是可设的职务；两人学号在名册中查不到。",
            since: "2026-03-29",
            href: "/office/imports/x",
            capacity: "江城师范大学学生会 秘书长",
            clause: "3.9",
          },
        ],
    total: empty ? 0 : 3,
  })),
  answer(courses.list, ({ empty }) => ({
    items: empty ? [] : courseLines,
    total: empty ? 0 : courseLines.length,
    procedures: [{ id: "staff", title: "校级工作部门成员选拔" }],
  })),
  answer(courses.one, () => course),
  answer(courses.procedures, ({ empty }) => ({
    items: empty
      ? []
      : [{ ...course.procedure, module: "selection", steps: course.steps.map((s) => ({ ...s, days: 5 })) }],
    offices: [{ id: "academic-affairs", name: "教务处" }],
    can: { arrange: true },
  })),
  answer(courses.calendar, () => ({
    days: [
      { day: "2026-10-01", works: false, note: "国庆节", own: false, by: null },
      { day: "2026-10-30", works: false, note: "校运动会", own: true, by: "周明" },
    ],
    can: { arrange: true },
  })),
  answer(courses.ledger, () => ({ entries: 78, hash: "22211b26".repeat(8) })),
  answer(home.mine, ({ empty }) => ({
    student: { name: "陈思远", faculty: "文学院", className: "汉语2301" },
    items: empty ? [] : concerns,
    missing: empty ? ["01JD9ZK3"] : [],
  })),
  answer(inbox.count, ({ empty }) => ({ total: empty ? 0 : 3 })),
  answer(merging.count, ({ empty }) => ({ groups: empty ? 0 : 2, pending: false })),
  answer(reminders.count, ({ empty }) => ({ unread: empty ? 0 : 1 })),
  answer(reminders.list, ({ empty }) => ({
    items: empty
      ? []
      : ["已逾期：校级学生会工作部门成员", "已办结：学期轮值安排"].map((title, i) => ({
          id: `r${i}`,
          title,
          detail: "联合审查，党委学生工作部应于2026年3月27日前办结，已逾期1个工作日",
          href: "/office/courses",
          clause: i === 0 ? "5.4" : null,
          at: "2026-03-30T02:05:00Z",
          read: i > 0,
        })),
    total: empty ? 0 : 2,
    unread: empty ? 0 : 1,
  })),
  answer(site.home, ({ empty }) => ({
    university: { name: "江城师范大学", shortName: "江城师大", sample: true },
    unions: empty ? [] : unions,
    disclosures: empty ? [] : disclosures,
    counts: empty
      ? { unions: 0, disclosures: 0, notices: 0 }
      : { unions: unions.length, disclosures: disclosures.length, notices: 0 },
  })),
  answer(site.structure, ({ empty }) => ({
    asOf: "2026-03-30",
    unions: empty
      ? []
      : unions.map((u, i) => ({
          ...u,
          presidium: u.level === "school" ? 5 : 3,
          departments: i % 7 === 6 ? [] : departments.map((name, j) => ({ name, people: 4 + ((i + j) % 4) })),
        })),
  })),
  answer(calls.publicList, ({ empty, signedIn }) => ({ signedIn, items: empty ? [] : callLines(signedIn) })),
  answer(calls.one, ({ signedIn }) => callFor(signedIn)),
  answer(calls.mine, () => ({ items: [] })),
  answer(selection.notices, ({ empty, signedIn }) => ({
    items: empty ? [] : [noticeFor(signedIn)],
  })),
  answer(site.disclosures, ({ empty }) => ({ items: empty ? [] : disclosures })),
])

/** 公示 of two people. */
function noticeFor(signedIn: boolean) {
  const person = (name: string, post: string, rank: string) => ({
    course: name,
    name,
    faculty: "文学院",
    grade: 2023,
    number: "2023******06",
    post,
    political: "共青团员",
    rank,
    since: "2025-11-10",
    until: "2025-11-17",
    can: { object: signedIn },
  })
  return {
    callId: "c1",
    title: "校学生会工作部门成员选拔通知",
    union: "江城师范大学学生会",
    clauses: ["5.4"],
    office: "学校团委",
    people: [
      person("苏晚晴", "学业发展部工作人员", "前30%以内"),
      person("江以南", "权益服务部负责人", "研究生，不看排名"),
    ],
  }
}
