import type { Political, Student } from "../vocabulary.ts"

/**
 * 公示 of those about to take a post. The Opinions do not ask for it: universities publish three to five
 * working days within the campus before a selection takes effect (任前公示), and so does the product, after
 * the clause's own last step. Five is the longer custom and the default.
 */
export const publicNotice = {
  days: 5,
  least: 3,
  source: "校内公示惯例，3至5个工作日",
} as const

/** As a notice writes it; whoever is neither was refused by 4.1 long before. */
export const political: Readonly<Record<Political, string>> = {
  member: "中共党员",
  probationary: "中共预备党员",
  league: "共青团员",
  other: "—",
}

/** The rank is shown as the bound of 4.3, never as a place: 学习成绩综合排名在本专业前30%以内. */
export const rankWithin = "前30%以内"

/** Those of whom practice asks no rank (自评表第8项); empty where it does. `schoolYear`: the year it begins. */
export const withoutRank = (s: Student, schoolYear: number): string =>
  s.level !== "undergraduate" ? "研究生，不看排名" : s.grade >= schoolYear ? "一年级新生，不看排名" : ""
