import { compareRatio, ratio } from "@qiaoliang/basics"
import { fitShare, spell } from "@qiaoliang/clause"
import { nonCadre } from "#policy/practice/congress-rules.ts"
import type { Allocation } from "./allocation.ts"
import { type Composed, compose, countOf, titles, unequal } from "./composition.ts"

export interface Check {
  readonly key: string
  readonly title: string
  readonly ok: boolean
  readonly says: string
  /** What to do; none where it holds. */
  readonly cure: string | null
  readonly clause: string | null
}

/** What the delegates are held against. */
export interface Ground {
  readonly level: "school" | "faculty"
  readonly kind: "congress" | "general"
  readonly represented: number
  readonly faculties: readonly string[]
  readonly grades: readonly number[]
  readonly classes: readonly string[]
  readonly mainSocieties: readonly string[]
  readonly allocation: Allocation | null
  /** Lists with fewer people than seats: how many are missing. */
  readonly vacancies: readonly { readonly label: string; readonly missing: number }[]
  /** Elected and published, not yet reviewed. */
  readonly awaiting: number
  readonly headless: readonly string[]
}

/** What 6.3, 6.4 and practice ask of the delegates, each with what to do where it fails. Pure. */
export function checksOf(delegates: readonly Composed[], g: Ground): Check[] {
  const c = compose(delegates)
  const general = g.kind === "general"
  return [
    parts(unequal(c)),
    ...(general ? [] : [filled(g), awaited(g)]),
    inRegister(delegates),
    ...(general || g.level === "faculty" ? [] : [share(c.total, g)]),
    ...(general ? [] : coverage(delegates, g)),
    ...(general ? [] : [others(delegates)]),
    ...(general ? [] : floors(delegates, g)),
    heads(g),
  ]
}

type Made = (ok: boolean, says: string, cure: string) => Check
const about =
  (key: string, title: string, clause: string | null = null): Made =>
  (ok, says, cure) => ({ key, title, ok, says, cure: ok ? null : cure, clause })

function parts(wrong: readonly (keyof typeof titles)[]): Check {
  const names = wrong.map((k) => titles[k]).join("、")
  return about("sums", "各项构成之和等于总数")(
    wrong.length === 0,
    wrong.length === 0 ? "性别、年级、政治面貌等各项之和均等于代表总数" : `${names}各项之和不等于总数`,
    "核对代表名单后重新统计",
  )
}

function filled(g: Ground): Check {
  const missing = g.vacancies.reduce((n, v) => n + v.missing, 0)
  const some = g.vacancies.slice(0, 5).map((v) => `${v.label}缺${v.missing}名`)
  return about("seats", "名额选满", "6.4")(
    missing === 0,
    missing === 0
      ? g.allocation
        ? `分配的${g.allocation.total}个名额都已有代表`
        : "没有空缺的名额"
      : `还有${missing}个名额没有代表：${some.join("、")}${g.vacancies.length > 5 ? "等" : ""}`,
    "催办推荐和选举；有候补的递补，没有的重新推荐",
  )
}

const awaited = (g: Ground): Check =>
  about("review", "资格审查完成", "6.2")(
    g.awaiting === 0,
    g.awaiting === 0 ? "当选人选都已审查" : `还有${g.awaiting}名人选待审查`,
    "由代表资格审查委员会逐人审查",
  )

function inRegister(delegates: readonly Composed[]): Check {
  const gone = delegates.filter((d) => d.registered === null)
  return about("register", "代表均为在校生")(
    gone.length === 0,
    gone.length === 0
      ? "代表都在学生名册中"
      : `${gone
          .slice(0, 5)
          .map((d) => d.name)
          .join("、")}${gone.length > 5 ? `等${gone.length}人` : ""}已不在学生名册中`,
    "核对学籍；已离校的更换代表",
  )
}

function share(total: number, g: Ground): Check {
  const needed = Math.ceil(g.represented / 100)
  const met = g.represented > 0 && compareRatio(ratio(total, g.represented), ratio(1, 100)) >= 0
  return about("share", "不低于所联系学生人数的1%", "6.3")(
    met,
    g.represented === 0
      ? "学生名册中没有所联系的学生"
      : `代表${total}名，所联系学生${g.represented}人，应不少于${needed}名`,
    g.represented === 0 ? "先导入学生名册" : `再增加${needed - total}名代表，或说明理由`,
  )
}

function coverage(delegates: readonly Composed[], g: Ground): Check[] {
  const grades = g.grades.filter((grade) => !delegates.some((d) => d.grade === grade)).map((n) => `${n}级`)
  const cover = (key: string, title: string, missing: readonly string[], of: number, clause: string) =>
    about(key, title, clause)(
      missing.length === 0,
      missing.length === 0
        ? `${of}个都有代表`
        : `没有代表：${missing.slice(0, 8).join("、")}${missing.length > 8 ? "等" : ""}`,
      "给其分配名额，补选代表",
    )
  const without = (all: readonly string[], has: (d: Composed, name: string) => boolean) =>
    all.filter((name) => !delegates.some((d) => has(d, name)))
  if (g.level === "faculty")
    return [
      cover(
        "classes",
        "覆盖各班级",
        without(g.classes, (d, name) => d.className === name),
        g.classes.length,
        "6.5",
      ),
      cover("grades", "覆盖各年级", grades, g.grades.length, "6.5"),
    ]
  return [
    cover(
      "faculties",
      "覆盖各学院（系）",
      without(g.faculties, (d, name) => d.faculty === name),
      g.faculties.length,
      "6.4",
    ),
    cover("grades", "覆盖各年级", grades, g.grades.length, "6.4"),
    cover(
      "societies",
      "覆盖主要学生社团",
      without(g.mainSocieties, (d, name) => d.society === name),
      g.mainSocieties.length,
      "6.4",
    ),
  ]
}

function others(delegates: readonly Composed[]): Check {
  const n = delegates.filter((d) => !d.cadre).length
  const met = delegates.length > 0 && fitShare(nonCadre.limit, n, delegates.length)
  const missing = Math.ceil((delegates.length * 3) / 5) - n
  return about("non-cadre", `非学生会组织骨干${spell(nonCadre.limit)}`)(
    met,
    `非校、院级学生会组织骨干${n}名，共${delegates.length}名代表`,
    delegates.length === 0
      ? "先产生代表"
      : `代表总数不变时，再以${missing}名非骨干代表替换（${nonCadre.source}）`,
  )
}

function floors(delegates: readonly Composed[], g: Ground): Check[] {
  const set = g.allocation?.floors
  if (!set) return []
  const c = compose(delegates)
  const floor = (key: string, title: string, least: number | undefined, n: number): Check[] =>
    least === undefined
      ? []
      : [
          about(key, `${title}不少于${least}名`)(
            n >= least,
            `${title}${n}名`,
            `再产生${least - n}名${title}，或按程序调整分配方案`,
          ),
        ]
  return [
    ...floor("women", "女代表", set.women, countOf(c, "sex", "女")),
    ...floor("party", "党员代表", set.party, countOf(c, "political", "中共党员（含预备党员）")),
    ...floor("minorities", "少数民族代表", set.minorities, countOf(c, "ethnicity", "少数民族")),
  ]
}

const heads = (g: Ground): Check =>
  about("heads", "各代表团有团长")(
    g.headless.length === 0,
    g.headless.length === 0
      ? "各代表团都已产生团长"
      : `没有团长：${g.headless.slice(0, 8).join("、")}${g.headless.length > 8 ? `等${g.headless.length}个代表团` : ""}`,
    "由代表团推选团长后登记",
  )
