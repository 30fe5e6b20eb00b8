import { candidatesFor } from "@qiaoliang/apportion"
import type { Allocation, Infeasible } from "./allocation.ts"
import { arithmetic, decimal } from "./arithmetic.ts"
import { methodNames, unitWords } from "./terms.ts"

/** The allocation for people at a terminal: the table, the arithmetic line by line, the checks. */
export function report(made: Allocation): string {
  if (made.infeasible) return `${refused(made.infeasible).join("\n")}\n`
  const { terms, students, total, candidates } = made
  const one = unitWords[terms.unit].one
  const by = made.seats!.by
  const lines = [
    `名额分配表：学生${students}人，代表名额${total}名（${methodNames[terms.method]}），需候选人${candidates!.total}名`,
    "",
    ...grid(made),
  ]
  if (by) {
    lines.push("", `各${one}名额的计算：`)
    for (const l of by.faculties.lines) lines.push(`  ${l.name}：${arithmetic(l, by.faculties).join("；")}`)
    if (terms.unit === "faculty") {
      lines.push("", "各年级名额的计算：")
      for (const l of by.grades.lines) lines.push(`  ${l.name}：${arithmetic(l, by.grades).join("；")}`)
    }
  }
  if (made.societies) {
    const { lines: all } = made.societies
    lines.push("", "学生社团：")
    for (const l of all) lines.push(`  ${l.name}：成员${l.size}人，${l.seats}名`)
  }
  if (terms.exOfficio + terms.observers > 0)
    lines.push("", `名额之外：当然代表${terms.exOfficio}人，列席代表${terms.observers}人`)
  for (const a of made.asks)
    lines.push(
      "",
      `${a.name}至少${a.need}名（共${a.of}名代表）：`,
      `  ${a.lines
        .filter((l) => l.seats > 0)
        .map((l) => `${l.name}${l.seats}名`)
        .join("，")}`,
    )
  lines.push("", "核对：")
  for (const c of made.checks)
    lines.push(`  ${c.ok ? "【符合】" : "【不符】"}${c.says}（${c.clause ? `第${c.clause}条` : c.source}）`)
  return `${lines.join("\n")}\n`
}

function refused({ because, collide, ways }: Infeasible): string[] {
  return [
    `不能分配：${because}`,
    "互相冲突的要求：",
    ...collide.map((c) => `  · ${c.says}（${c.clause ? `第${c.clause}条` : c.source}）`),
    ...(ways.length ? ["可以这样改（任选一种，改动小的在前）："] : ["没有可以改动的要求能够解决"]),
    ...ways.map((w) => `  · ${w.says}`),
  ]
}

/** Seats with the exact share in brackets; groups down, grades across. */
function grid(made: Allocation): string[] {
  const { terms, grades, faculties, candidates } = made
  const { cells, facultySeats, gradeSeats } = made.seats!
  const rows = [
    [unitWords[terms.unit].one, ...grades, "名额", "候选人"],
    ...cells.map((row, i) => [
      faculties[i]!,
      ...row.map((c) => (c.people ? `${c.seats}（${decimal(c.quota, 2)}）` : "—")),
      `${facultySeats[i]}`,
      `${candidatesFor(facultySeats[i]!, candidates!.surplus)}`,
    ]),
    ["合计", ...gradeSeats.map(String), `${made.tableTotal}`, ""],
  ]
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((r) => width(r[at]!))))
  return rows.map((row) =>
    row
      .map((text, at) => pad(text, widths[at]!))
      .join("  ")
      .trimEnd(),
  )
}

/** Columns a terminal needs: two for a Chinese sign. */
const width = (text: string): number => [...text].reduce((n, c) => n + (c > "\u2e7f" || c === "—" ? 2 : 1), 0)
const pad = (text: string, to: number): string => text + " ".repeat(Math.max(0, to - width(text)))
