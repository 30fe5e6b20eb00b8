import { percent, ratio } from "@qiaoliang/basics"
import type { Political } from "#policy/vocabulary.ts"

/** A delegate with what the register says of the person; null: no longer in it. */
export interface Composed {
  readonly number: string
  readonly name: string
  readonly source: "class" | "organisation" | "ex-officio"
  readonly society: string | null
  readonly cadre: boolean
  readonly delegation: string
  readonly faculty: string
  readonly grade: number
  readonly className: string | null
  readonly registered: {
    readonly sex: string | null
    readonly ethnicity: string | null
    readonly political: Political
    readonly major: string | null
  } | null
}

export interface Counted {
  readonly label: string
  readonly count: number
  /** 33.3% */
  readonly share: string
}

const kindsOfCount = [
  "sex",
  "grade",
  "political",
  "ethnicity",
  "cadre",
  "source",
  "faculty",
  "major",
] as const
type KindOfCount = (typeof kindsOfCount)[number]

export const titles: Readonly<Record<KindOfCount, string>> = {
  sex: "性别",
  grade: "年级",
  political: "政治面貌",
  ethnicity: "民族",
  cadre: "学生骨干",
  source: "来源",
  faculty: "学院（系）",
  major: "专业",
}

/** The delegates with a vote, counted by everything practice asks. Political status as sums, never by name. */
export interface Composition {
  readonly total: number
  readonly counts: readonly { readonly kind: KindOfCount; readonly rows: readonly Counted[] }[]
}

const parties: Readonly<Record<Political, string>> = {
  member: "中共党员（含预备党员）",
  probationary: "中共党员（含预备党员）",
  league: "共青团员",
  other: "群众及其他",
}

export const sources = {
  class: "基层团支部代表",
  organisation: "学生组织及社团代表",
  "ex-officio": "当然代表",
} as const

const unknown = "未登记"
/** Names of majors beyond these few are counted together. */
const manyMajors = 30

const labels: Readonly<Record<KindOfCount, (d: Composed) => string>> = {
  sex: (d) => d.registered?.sex ?? unknown,
  grade: (d) => `${d.grade}级`,
  political: (d) => (d.registered ? parties[d.registered.political] : unknown),
  ethnicity: (d) =>
    !d.registered?.ethnicity ? unknown : /^汉/.test(d.registered.ethnicity) ? "汉族" : "少数民族",
  cadre: (d) => (d.cadre ? "校、院级学生会组织骨干" : "非学生会组织骨干"),
  source: (d) => sources[d.source],
  faculty: (d) => d.faculty,
  major: (d) => d.registered?.major ?? unknown,
}

export function compose(delegates: readonly Composed[]): Composition {
  const total = delegates.length
  return {
    total,
    counts: kindsOfCount.map((kind) => {
      const groups = [...Map.groupBy(delegates, labels[kind])]
        .map(([label, of]) => ({ label, count: of.length }))
        .sort((a, b) =>
          kind === "grade" ? order(a.label, b.label) : b.count - a.count || order(a.label, b.label),
        )
      const shown = kind === "major" ? folded(groups) : groups
      return {
        kind,
        rows: shown.map((g) => ({ ...g, share: percent(ratio(g.count, total), 1) })),
      }
    }),
  }
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function folded(groups: readonly { label: string; count: number }[]) {
  if (groups.length <= manyMajors) return groups
  const rest = groups.slice(manyMajors)
  const count = rest.reduce((n, g) => n + g.count, 0)
  return [...groups.slice(0, manyMajors), { label: `其他${rest.length}个专业`, count }]
}

/** 男12名，占40.0%；女18名，占60.0% */
export const inWords = (rows: readonly Counted[]): string =>
  rows.map((r) => `${r.label}${r.count}名，占${r.share}`).join("；")

export const countOf = (c: Composition, kind: KindOfCount, label: string): number =>
  c.counts.find((k) => k.kind === kind)?.rows.find((r) => r.label === label)?.count ?? 0

/** The breakdowns whose parts do not make the whole. */
export const unequal = (c: Composition): readonly KindOfCount[] =>
  c.counts.filter((k) => k.rows.reduce((n, r) => n + r.count, 0) !== c.total).map((k) => k.kind)
