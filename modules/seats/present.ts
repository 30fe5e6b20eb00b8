import { candidatesFor, type Line, type Shared } from "@qiaoliang/apportion"
import type { Allocation } from "./allocation.ts"
import { arithmetic, cellArithmetic, decimal } from "./arithmetic.ts"
import type { Result } from "./shape.ts"

/** An allocation as the screen and the papers have it. */
export function present(made: Allocation): Result {
  const { terms, seats, societies } = made
  const { cells, by, facultySeats, gradeSeats } = seats!
  const surplus = made.candidates!.surplus
  const candidates = (n: number) => candidatesFor(n, surplus)
  const side = (shared: Shared | undefined, names: readonly string[], held: readonly number[]) =>
    names.map((name, at) => {
      const line = shared?.lines[at]
      return {
        name,
        students: cells[at]!.reduce((n, c) => n + c.people, 0),
        seats: held[at]!,
        candidates: candidates(held[at]!),
        steps: line ? [...arithmetic(line, shared!), ...moved(line, held[at]!)] : [],
      }
    })
  return {
    students: made.students,
    total: made.total,
    tableTotal: made.tableTotal,
    delegates: made.delegates,
    candidates: made.candidates!.total,
    unit: terms.unit,
    method: terms.method,
    groups: side(by?.faculties, made.faculties, facultySeats),
    grades: made.grades.map((name, at) => {
      const line = terms.unit === "faculty" ? by?.grades.lines[at] : undefined
      return {
        name,
        students: cells.reduce((n, row) => n + row[at]!.people, 0),
        seats: gradeSeats[at]!,
        candidates: candidates(gradeSeats[at]!),
        steps: line ? [...arithmetic(line, by!.grades), ...moved(line, gradeSeats[at]!)] : [],
      }
    }),
    cells: cells.map((row) =>
      row.map((c) =>
        c.people === 0
          ? null
          : {
              students: c.people,
              seats: c.seats,
              quota: decimal(c.quota, 2),
              tied: c.tied,
              steps: cellArithmetic(c, made.students, made.tableTotal),
            },
      ),
    ),
    societies: (societies?.lines ?? []).map((l, at) => ({
      name: l.name,
      members: l.size,
      main: terms.societies[at]!.main,
      seats: l.seats,
      candidates: candidates(l.seats),
    })),
    exOfficio: terms.exOfficio,
    observers: terms.observers,
    asks: made.asks.map((a) => ({
      id: a.id,
      name: a.name,
      need: a.need,
      of: a.of,
      groups: a.lines.flatMap((l) => (l.seats > 0 ? [{ name: l.name, people: l.seats }] : [])),
    })),
    checks: [...made.checks],
  }
}

const moved = (line: Line, seats: number): string[] =>
  line.seats === seats ? [] : [`为使各格不超过学生人数，调整为${seats}名`]
