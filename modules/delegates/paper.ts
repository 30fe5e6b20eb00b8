import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Block, Cell, Paper } from "#kit/paper/paper.ts"
import type { Sheet } from "#kit/paper/sheet.ts"
import { type Composition, countOf, inWords, sources, titles } from "./composition.ts"
import type { Seat } from "./store.ts"

/** What the report of the credentials committee says, field by field (practice: 代表资格审查报告). */
interface CredentialsPaper {
  readonly assembly: string
  readonly union: string
  readonly from: Day | null
  readonly until: Day
  readonly faculties: number
  readonly classes: number
  readonly students: number
  readonly seats: number | null
  /** 初步人选 → 预备人选 → 正式代表. */
  readonly nominated: number
  readonly elected: number
  readonly rejected: number
  readonly replaced: number
  readonly figures: Composition
  readonly observers: number
  readonly opinion: string
  readonly committee: readonly string[]
  readonly head: string
  readonly adopted: { readonly on: Day; readonly hash: string } | null
}

const text = (runs: string): Block => ({ kind: "text", runs })
const heading = (words: string): Block => ({ kind: "heading", level: 1, text: words })

export function credentialsPaper(p: CredentialsPaper): Paper {
  const span = p.from ? `${chineseDay(p.from)}至${chineseDay(p.until)}` : `截至${chineseDay(p.until)}`
  const walked = p.nominated > 0
  const outside = countOf(p.figures, "source", sources["ex-officio"])
  return {
    title: "代表资格审查报告",
    subtitle: `（${p.assembly}）`,
    blocks: [
      { kind: "text", runs: "各位代表：", indent: false },
      text(
        `根据大会筹备工作安排，代表资格审查委员会对出席${p.assembly}的代表资格进行了审查，现将审查情况报告如下。`,
      ),
      heading("一、代表产生情况"),
      text(
        `代表产生工作于${span}进行，涉及${p.faculties}个学院（系）、${p.classes}个班级、${p.students}名学生${p.seats === null ? "" : `，分配代表名额${p.seats}个`}。`,
      ),
      ...(walked
        ? [
            text(
              `各班级团支部召开班会，推荐初步人选${p.nominated}名；经学院（系）学生会组织选举，产生预备人选${p.elected}名，并按规定公示；经资格审查，确定正式代表${p.figures.total}名。`,
            ),
          ]
        : [text(`经资格审查，确定正式代表${p.figures.total}名。`)]),
      ...(outside > 0 ? [text(`其中，当然代表${outside}名，不占分配的名额。`)] : []),
      ...(p.rejected > 0 ? [text(`审查中，有${p.rejected}名预备人选的代表资格未予通过，已说明理由。`)] : []),
      ...(p.replaced > 0 ? [text(`有${p.replaced}名代表因故更换，均按程序办理。`)] : []),
      ...(p.observers > 0 ? [text(`另有列席代表${p.observers}名，不参加表决和选举。`)] : []),
      heading("二、代表构成情况"),
      ...p.figures.counts.map(
        ({ kind, rows }): Block => ({
          kind: "text",
          runs: [{ text: `${titles[kind]}：`, bold: true }, { text: `${inWords(rows)}。` }],
        }),
      ),
      heading("三、审查意见"),
      ...p.opinion
        .split("\n")
        .filter((line) => line.trim())
        .map(text),
      {
        kind: "signatures",
        boxes: [
          {
            label: "代表资格审查委员会",
            lines: [`主任${p.head ? `${p.head}` : ""}（签字）：`, `委员：${p.committee.join("、") || "　"}`],
            date: p.adopted ? chineseDay(p.adopted.on) : true,
          },
        ],
      },
      ...(p.adopted ? [{ kind: "note" as const, text: `校验码（SHA-256）：${p.adopted.hash}` }] : []),
    ],
    footer: p.union,
    ...(p.adopted ? {} : { watermark: "草案" }),
    about: { author: `${p.assembly}代表资格审查委员会`, subject: "代表资格审查报告", date: p.until },
  }
}

const codeOf = (s: Seat): string => (s.code === null ? "" : `${s.code}`.padStart(4, "0"))

/** Everybody by delegation, to hang up and to call the roll from: no student numbers. */
export function rosterPaper(assembly: string, union: string, seats: readonly Seat[], printed: Day): Paper {
  const groups = [...Map.groupBy(seats, (s) => s.delegation)]
  return {
    title: `${assembly}代表名单`,
    subtitle: `（共${groups.length}个代表团，正式代表${seats.filter((s) => s.voting).length}名）`,
    blocks: groups.flatMap(([delegation, of]): Block[] => {
      const head = of.find((s) => s.head)
      return [
        { kind: "heading", level: 2, text: `${delegation}（${of.length}名）` },
        ...(head ? [text(`团长：${head.name}`)] : []),
        {
          kind: "table",
          small: true,
          columns: [
            { header: "座位号", width: 12, align: "center" },
            { header: "姓名", width: 16, align: "center" },
            { header: "班级", width: 26 },
            { header: "来源", width: 28 },
            { header: "类别", width: 18, align: "center" },
          ],
          rows: of.map((s) => [
            codeOf(s),
            s.name,
            s.className ?? "",
            s.voting ? (s.society ?? sources[s.source]) : "列席",
            s.voting ? "正式代表" : "列席代表",
          ]),
        },
      ]
    }),
    footer: union,
    page: "form",
    about: { author: union, subject: "代表名单", date: printed },
  }
}

/** 代表证, eight to a page, to be cut: name, delegation and seat, nothing else of the person. */
export function cardsPaper(assembly: string, union: string, seats: readonly Seat[]): Paper {
  const cells = seats.map(
    (s): Cell => ({
      text: [
        { text: `${assembly}\n` },
        { text: `${s.voting ? "代 表 证" : "列 席 证"}\n`, bold: true, color: "red" },
        { text: `\n${s.name}\n`, bold: true },
        { text: `${s.delegation}\n座位号 ${codeOf(s)}` },
      ],
      align: "center",
    }),
  )
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, i) => [
    cells[2 * i]!,
    cells[2 * i + 1] ?? "",
  ])
  return {
    title: "代表证",
    blocks: [
      {
        kind: "table",
        columns: [
          { header: "沿线裁切", width: 50, align: "center" },
          { header: "沿线裁切", width: 50, align: "center" },
        ],
        rows,
      },
    ],
    footer: union,
    page: "form",
  }
}

export const delegatesSheet = (seats: readonly Seat[]): Sheet => ({
  name: "代表名单",
  columns: [
    "座位号",
    "代表团",
    "姓名",
    "学号",
    "学院",
    "年级",
    "班级",
    "来源",
    "所属社团",
    "是否学生会骨干",
    "类别",
    "团长",
    "产生依据",
  ].map((header) => ({ header })),
  rows: seats.map((s) => [
    codeOf(s),
    s.delegation,
    s.name,
    s.number,
    s.faculty,
    `${s.grade}级`,
    s.className,
    s.voting ? sources[s.source] : "列席",
    s.society,
    s.cadre ? "是" : "否",
    s.voting ? "正式代表" : "列席代表",
    s.head ? "团长" : "",
    s.basis,
  ]),
})
