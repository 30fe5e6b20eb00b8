import { compareRatio, percent, type Ratio, ratio, schoolYearOf } from "@qiaoliang/basics"
import type { Holding } from "@qiaoliang/clause"
import type { Facts, Post, Rank, RankWindow, Student } from "../vocabulary.ts"

/**
 * 4.3 for one person. What is known decides as far as it can: a failed course, or every window of the
 * reading outside, is enough for no; yes needs both a rank inside and the number of fails on record.
 */

export const windowNames: Readonly<Record<RankWindow, string>> = {
  semester: "最近1个学期",
  year: "最近1学年",
  overall: "入学以来",
}

const all: readonly RankWindow[] = ["semester", "year", "overall"]

/** Which windows a reading looks at, and whether it makes the exceptions of the 自评表. */
const looksAt: Readonly<Record<string, { windows: readonly RankWindow[]; practice: boolean }>> = {
  "practice-any": { windows: all, practice: true },
  "practice-semester": { windows: ["semester"], practice: true },
  "practice-year": { windows: ["year"], practice: true },
  "practice-overall": { windows: ["overall"], practice: true },
  text: { windows: ["overall"], practice: false },
}

type Known = "yes" | "no" | "unknown"

export function standing(post: Post, f: Facts, reading: string, share: Ratio): Holding {
  const { windows, practice } = looksAt[reading] ?? looksAt["practice-any"]!
  const { row, student } = post
  if (!student) return { row, answer: "unknown", because: "学籍名册中没有此人" }
  if (practice && isFreshman(student, f)) return { row, answer: "yes", because: "一年级新生，尚无成绩" }
  const { record } = student
  if (!record) return { row, answer: "unknown", because: "没有成绩记录" }
  const ranked =
    practice && student.level !== "undergraduate" ? exempt : inside(record.windows, windows, share)
  const passed: Known = record.fails === undefined ? "unknown" : record.fails === 0 ? "yes" : "no"
  const answer =
    ranked.answer === "no" || passed === "no"
      ? "no"
      : ranked.answer === "yes" && passed === "yes"
        ? "yes"
        : "unknown"
  const fails =
    record.fails === undefined ? "不及格门数未记录" : record.fails ? `${record.fails}门不及格` : "无不及格"
  const { value, limit } = ranked
  return {
    row,
    answer,
    because: `${ranked.because}；${fails}`,
    ...(value === undefined ? {} : { value }),
    ...(limit === undefined ? {} : { limit }),
  }
}

const isFreshman = (s: Student, f: Facts) => s.level === "undergraduate" && s.grade >= schoolYearOf(f.asOf)

interface Ranked {
  readonly answer: Known
  readonly because: string
  readonly value?: string
  readonly limit?: string
}

const exempt: Ranked = { answer: "yes", because: "研究生不要求排名" }

const perCent = (share: Ratio) => `${(share.num * 100) / share.den}%`

/** The last place inside: 36 of 120 at 30 %, 9 of 33. */
const lastInside = (of: number, share: Ratio) => Math.floor((of * share.num) / share.den)

/** Inside in any of the windows; outside only where every one of them is on record and outside. */
function inside(
  record: Partial<Record<RankWindow, Rank>>,
  windows: readonly RankWindow[],
  share: Ratio,
): Ranked {
  const known = windows.flatMap((w) => (record[w] ? [{ window: w, ...record[w] }] : []))
  const measure = (r: Rank) => ({
    value: `${r.rank}/${r.of}`,
    limit: `前${perCent(share)}（${lastInside(r.of, share)}名）`,
  })
  const within = known.find((r) => compareRatio(ratio(r.rank, r.of), share) <= 0)
  if (within) {
    const { rank, of, window } = within
    const because = `${windowNames[window]}综合排名${rank}/${of}（${percent(ratio(rank, of), 1)}）`
    return { answer: "yes", because, ...measure(within) }
  }
  const outside = known.map(
    (r) =>
      `${windowNames[r.window]}综合排名${r.rank}/${r.of}，超过${perCent(share)}（${lastInside(r.of, share)}名）`,
  )
  const missing = windows.filter((w) => !record[w]).map((w) => `${windowNames[w]}排名未记录`)
  const [nearest] = known.toSorted((a, b) => compareRatio(ratio(a.rank, a.of), ratio(b.rank, b.of)))
  return {
    answer: missing.length ? "unknown" : "no",
    because: [...outside, ...missing].join("；"),
    ...(nearest ? measure(nearest) : {}),
  }
}
