import type { Level, Targets } from "./targets.ts"

const peopleOf: Readonly<Record<Level, string>> = { all: "同学", undergraduate: "本科生", graduate: "研究生" }

/** Whom a notice is written to, in words: `文学院、数学学院2023级同学`. `groups` are the names of its groups. */
export function addressed(t: Targets, groups: readonly string[]): string {
  const grades = t.grades.length > 0 ? `${t.grades.toSorted().join("、")}级` : ""
  const places = [...t.faculties, ...t.classes.map((c) => c.replace("/", ""))]
  const where = t.everybody
    ? "全体"
    : places.length > 3
      ? `${places.slice(0, 3).join("、")}等`
      : places.join("、")
  const students =
    where === "" ? "" : `${grades === "" ? where : where.replace("全体", "")}${grades}${peopleOf[t.level]}`
  return [students, ...groups].filter(Boolean).join("，")
}
