import { compareRatio, ratio } from "@qiaoliang/basics"
import { fitShare } from "@qiaoliang/clause"
import { ruleOf } from "#policy/index.ts"
import type { AcademicRecord, Political, Post, RankWindow } from "#policy/vocabulary.ts"
import type { Masks, UnionFacts } from "./input.ts"
import type { PersonLine } from "./shape.ts"

/** How the roster of section 四 prints its people. `unmasked` is for the inspection binder only. */
export interface RosterOptions {
  readonly schoolYear: number
  readonly masks: Masks
  readonly unmasked: boolean
  readonly windows: readonly RankWindow[]
}

const political: Record<Political, string> = {
  member: "中共党员",
  probationary: "中共预备党员",
  league: "共青团员",
  other: "群众",
}

const windowName: Record<RankWindow, string> = {
  semester: "最近1个学期",
  year: "最近1学年",
  overall: "入学以来",
}
const windows: readonly RankWindow[] = ["semester", "year", "overall"]
const unverified = "待核实"

/** Groups in the order of the form: presidium, then each department, its heads first. */
export function rosterGroups(
  union: UnionFacts,
  options: RosterOptions,
): { name: string; people: PersonLine[] }[] {
  const posts = union.posts ?? []
  const named = [...new Set(posts.flatMap((p) => (p.department ? [p.department] : [])))]
  const listed = union.departments.map((d) => d.name)
  const order = [...listed, ...named.filter((name) => !listed.includes(name))]
  const groups = [
    { name: "主席团", posts: posts.filter((p) => p.kind === "presidium" && !p.department) },
    ...order.map((name) => ({ name, posts: posts.filter((p) => p.department === name) })),
    { name: "其他", posts: posts.filter((p) => p.kind !== "presidium" && !p.department) },
  ]
  const seen = new Set<string>()
  return groups
    .filter((g) => g.posts.length > 0 || listed.includes(g.name))
    .map(({ name, posts }) => ({
      name,
      people: [...posts].sort((a, b) => standing(a) - standing(b)).map((post) => line(post, seen, options)),
    }))
}

const standing = (post: Post): number => ({ presidium: 0, head: 1, member: 2, listed: 3 })[post.kind]

function line(post: Post, seen: Set<string>, options: RosterOptions): PersonLine {
  const key = post.student?.studentId ?? post.row.studentId ?? `${post.name}#${post.row.row}`
  const again = seen.has(key)
  seen.add(key)
  const s = post.student
  return {
    number: again ? null : seen.size,
    name: post.name,
    title: post.title,
    political: s
      ? s.political === "other"
        ? s.politicalWritten || political.other
        : political[s.political]
      : unverified,
    faculty: s?.faculty ?? unverified,
    grade: s ? `${s.grade}级` : unverified,
    rank: rankOf(post, options),
    fails:
      s?.record?.fails === undefined
        ? s && exempt(post, options) === "freshman"
          ? "—"
          : unverified
        : s.record.fails > 0
          ? "是"
          : "否",
    ...(options.unmasked && s ? { studentId: s.studentId } : {}),
  }
}

/** Who fills in no rank: postgraduates, and undergraduates in their first year (row 8). */
function exempt(post: Post, options: RosterOptions): "postgraduate" | "freshman" | null {
  if (!post.student) return null
  if (post.student.level !== "undergraduate") return "postgraduate"
  return post.student.grade >= options.schoolYear ? "freshman" : null
}

function rankOf(post: Post, options: RosterOptions): string {
  const why = exempt(post, options)
  if (why === "postgraduate") return "—"
  if (why === "freshman") return "新生"
  const best = post.student?.record ? bestWindow(post.student.record, options.windows) : null
  if (!best) return unverified
  if (!options.unmasked && options.masks.rank === "band") return within(best) ? "前30%以内" : "前30%以外"
  return `${best.rank}/${best.of}（${windowName[best.window]}）`
}

/** Of the windows the union goes by, the one in which the person stands best. */
function bestWindow(record: AcademicRecord, windows: readonly RankWindow[]) {
  const known = windows.flatMap((window) => {
    const r = record.windows[window]
    return r && r.of > 0 ? [{ window, ...r }] : []
  })
  const [first, ...rest] = known
  if (!first) return null
  return rest.reduce((a, b) => (compareRatio(ratio(b.rank, b.of), ratio(a.rank, a.of)) < 0 ? b : a), first)
}

/** 综合排名在本专业前30%以内, by the bound of 4.3 itself. */
function within({ rank, of }: { rank: number; of: number }): boolean {
  const spec = ruleOf("4.3")?.spec
  if (!spec || !("limit" in spec) || spec.limit?.kind !== "share") throw new Error("4.3 has no bound")
  return fitShare(spec.limit, rank, of)
}

/** The windows the union's reading of 4.3 looks at: one, or any of the three. */
export function windowsOf(union: UnionFacts): readonly RankWindow[] {
  const reading = union.findings.find((f) => f.clause === "4.3")?.reading ?? ""
  const one = windows.filter((w) => reading.includes(windowName[w]))
  return one.length === 1 ? one : windows
}

/** What stands under the table, so that a reader knows what the rank column says. */
export function rosterNote(union: UnionFacts, options: RosterOptions): string {
  const by =
    options.windows.length === 1
      ? windowName[options.windows[0]!]
      : "最近1个学期、最近1学年、入学以来三者取其一"
  return [
    union.kind === "graduate" ? "" : `排名按${by}，在本专业内计算；一年级新生尚无成绩，记“新生”；`,
    "研究生不填排名，记“—”；“待核实”为学籍或成绩记录中尚无此项。",
    options.unmasked ? "本件含学号与名次，仅供核查，不得公开。" : "",
  ].join("")
}
