import { coverage, type Demand } from "@qiaoliang/apportion"
import { percent } from "@qiaoliang/basics"
import { floors as practised } from "#policy/practice/congress-rules.ts"
import { type Floor, type Terms, unitWords } from "./terms.ts"

/** Students by group and grade, in the order of the terms; grades in the order of their names. */
export interface People {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly people: readonly (readonly number[])[]
}

export function peopleOf({ faculties }: Terms): People {
  const columns = [...new Set(faculties.flatMap((f) => Object.keys(f.grades)))].sort()
  return {
    rows: faculties.map((f) => f.name),
    columns,
    people: faculties.map((f) => columns.map((grade) => f.grades[grade] ?? 0)),
  }
}

/** A demand in words, and whose it is. */
export interface Told {
  readonly says: string
  readonly clause: "6.3" | "6.4" | null
  readonly source: string
}

/** 6.4 and the floors asked for, as the solver knows them, each with its words. */
export function demandsOf(terms: Terms, people: People): Map<string, { demand: Demand; told: Told }> {
  const { floors, unit } = terms
  const { each, one } = unitWords[unit]
  const clause = unit === "faculty" ? ("6.4" as const) : null
  const all = new Map<string, { demand: Demand; told: Told }>()
  const add = (demand: Demand, told: Told) => all.set(demand.id, { demand, told })
  const rows = coverage(people, "rows", "every-faculty")
  const columns = coverage(people, "columns", "every-grade")
  add(rows, {
    says: `${each}至少1名（${rows.of.length}个）`,
    clause,
    source: unit === "faculty" ? "第六条：名额分配要覆盖各个学院（系）" : "代表体现广泛性",
  })
  add(columns, {
    says: `每个年级至少1名（${columns.of.length}个）`,
    clause,
    source: unit === "faculty" ? "第六条：名额分配要覆盖各年级" : "代表体现广泛性",
  })
  const own = { clause: null, source: "本次分配设定的下限" }
  if (floors.eachGrade !== undefined)
    add(
      { ...columns, id: "floors.eachGrade", least: floors.eachGrade, fixed: false },
      {
        says: `每个年级不少于${spelled(floors.eachGrade)}`,
        clause: null,
        source: practised.eachGrade.source,
      },
    )
  for (const [grade, least] of Object.entries(floors.grades ?? {}))
    add(
      {
        id: `floors.grades.${grade}`,
        side: "columns",
        of: [people.columns.indexOf(grade)],
        least,
        fixed: false,
      },
      { says: `${grade}不少于${spelled(least)}`, ...own },
    )
  for (const [name, least] of Object.entries(floors.faculties ?? {}))
    add(
      { id: `floors.faculties.${name}`, side: "rows", of: [people.rows.indexOf(name)], least, fixed: false },
      { says: `${one}“${name}”不少于${spelled(least)}`, ...own },
    )
  return all
}

export const spelled = (floor: Floor): string =>
  typeof floor === "number" ? `${floor}名` : percent(floor).replace(/\.?0+%$/, "%")
