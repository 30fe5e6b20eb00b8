import type { Allocation } from "./allocation.ts"

/** What programs read. Quotas as numbers, seats of cells that have students or were listed. */
export function asJson({
  terms,
  total,
  seats,
  societies,
  checks,
  infeasible,
  faculties,
  grades,
}: Allocation) {
  return {
    total,
    seats: (seats?.cells ?? []).flat().flatMap((c) => {
      const [faculty, grade] = [faculties[c.row]!, grades[c.column]!]
      return grade in terms.faculties[c.row]!.grades
        ? [{ faculty, grade, seats: c.seats, quota: c.quota.num / c.quota.den }]
        : []
    }),
    societies: (societies?.lines ?? []).map(({ name, seats: n }) => ({ name, seats: n })),
    checks,
    ...(infeasible ? { infeasible } : {}),
  }
}
