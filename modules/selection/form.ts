import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Block, Cell, Paper, Row, SignatureBox } from "#kit/paper/paper.ts"
import type { OfficeKind } from "#policy/offices.ts"
import { asWritten, type PostKind, vouch } from "./procedure.ts"

/** What stands in a 推荐表. Fields no register holds (出生年月、籍贯、电话、照片) are left for the hand. */
export interface FormFacts {
  readonly union: string
  readonly call: string
  readonly postKind: PostKind
  readonly person: Person | null
  /** What the offices of the chain have said so far, by step and office. */
  readonly opinions: readonly Opinion[]
  readonly printed: Day
}

export interface Person {
  readonly name: string
  readonly number: string
  readonly sex: string
  readonly ethnicity: string
  readonly political: string
  readonly faculty: string
  readonly major: string
  /** 2023级 中文2301班 */
  readonly grade: string
  readonly ranks: string
  readonly fails: string
  readonly post: string
  readonly source: string
  readonly statement: string
  readonly achievements: string
}

export interface Opinion {
  readonly step: string
  readonly office: string
  readonly words: string
  readonly by: string
  readonly on: Day
}

const label = (text: string, more: { colspan?: number; rowspan?: number } = {}): Cell => ({
  text,
  align: "center",
  shade: true,
  ...more,
})
const value = (text: string, colspan = 1): Cell => ({ text, align: "center", colspan })

/** 推荐表, one person a copy, blank or filled: A4, with a box to sign and seal for each office of the chain. */
export function recommendationForm(f: FormFacts): Paper {
  const p = f.person
  const of = (key: keyof Person) => p?.[key] ?? ""
  const rows: Row[] = [
    [
      label("姓　名"),
      value(of("name")),
      label("性　别"),
      value(of("sex")),
      label("民　族"),
      value(of("ethnicity")),
      { text: "照　片", align: "center", rowspan: 4 },
    ],
    [label("出生年月"), value(""), label("政治面貌"), value(of("political")), label("入党团时间"), value("")],
    [label("籍　贯"), value(""), label("学　号"), value(of("number")), label("联系电话"), value("")],
    [
      label("学院（系）"),
      value(of("faculty")),
      label("专　业"),
      value(of("major")),
      label("年级班级"),
      value(of("grade")),
    ],
    [label("学业成绩综合排名"), value(of("ranks"), 3), label("课业不及格"), value(of("fails"), 2)],
    [label("申报岗位"), value(of("post"), 3), label("来　源"), value(of("source"), 2)],
    [label("获奖情况和主要经历"), { text: of("achievements") || "\n\n\n", colspan: 6, align: "left" }],
    [label("个人自述"), { text: of("statement") || "\n\n\n\n", colspan: 6, align: "left" }],
  ]
  return {
    title: `${f.union}${titleOf[f.postKind]}推荐表`,
    subtitle: `（${f.call}）`,
    page: "form",
    blocks: [
      {
        kind: "table",
        small: true,
        columns: [13, 14, 12, 19, 13, 15, 15].map((width) => ({ header: "", width })),
        rows,
      },
      { kind: "signatures", boxes: boxes(f) },
      note(f),
    ],
    footer: p ? `内部材料　${p.name}　${chineseDay(f.printed)}打印` : "内部材料",
    about: { author: f.union, subject: "推荐表", date: f.printed },
  }
}

const titleOf: Readonly<Record<PostKind, string>> = {
  "school-presidium": "主席团候选人",
  "school-member": "工作部门成员",
  "faculty-presidium": "主席团候选人",
  "faculty-staff": "工作人员",
}

/** As the boxes of such a form are called, one for each office of the clause's own steps. */
const boxName: Readonly<Partial<Record<OfficeKind, string>>> = {
  "class-branch": "班级团支部意见",
  "faculty-league": "学院（系）团组织意见",
  "faculty-party": "学院（系）党组织意见",
  "student-affairs": "党委学生工作部意见",
  "school-league": "校团委意见",
  "school-party": "学校党委意见",
}

function boxes(f: FormFacts): SignatureBox[] {
  return asWritten[f.postKind].steps.flatMap((step) =>
    step.by.map(({ office }): SignatureBox => {
      const said = f.opinions.find((o) => o.step === step.id && o.office === office)
      return {
        label: boxName[office as OfficeKind] ?? step.label,
        ...(said
          ? {
              opinion: `${said.words || `${step.label}：同意。`}（${said.by}于${chineseDay(said.on)}在系统中办理）`,
            }
          : {}),
        lines: ["负责人（签字）："],
        seal: office !== "class-branch",
        date: true,
      }
    }),
  )
}

const note = (f: FormFacts): Block => ({
  kind: "note",
  text: `注：${step(f)}一栏须写明${vouch.label}。本表按《意见》第五条规定的程序逐级办理，各级意见以签字盖章为准。`,
})

const step = (f: FormFacts) => asWritten[f.postKind].steps[0]!.label
