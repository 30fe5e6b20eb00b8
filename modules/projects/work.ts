import type { Ctx } from "#kit/server/world.ts"
import { type Shift, type Time, timeOf } from "./attendance.ts"
import type { Project } from "./project.ts"
import { expensesOf } from "./store.ts"
import {
  attendanceOf,
  certificatesOf,
  rotaOf,
  shiftsOf,
  type Volunteer,
  volunteersOf,
} from "./store-volunteers.ts"
import { type Summary, summarise } from "./summary.ts"

export interface Turn {
  readonly volunteer: Volunteer
  readonly time: Time
}

/** All that was done in a project, by volunteer and by shift. */
export interface Work {
  readonly volunteers: readonly Volunteer[]
  readonly shifts: readonly { readonly shift: Shift; readonly turns: readonly Turn[] }[]
  readonly certificates: ReadonlyMap<string, string>
  minutes(volunteer: string): number
  /** Shifts in which somebody was there. */
  attended(volunteer: string): number
}

export async function workOf(ctx: Ctx, projectId: string): Promise<Work> {
  const volunteers = await volunteersOf(ctx.tx, [projectId])
  const shifts = await shiftsOf(ctx.tx, [projectId])
  const ids = shifts.map((s) => s.id)
  const rota = await rotaOf(ctx.tx, ids)
  const entries = await attendanceOf(ctx.tx, ids)
  const certificates = await certificatesOf(
    ctx.tx,
    volunteers.map((v) => v.id),
  )
  const byId = new Map(volunteers.map((v) => [v.id, v]))
  const of = (shift: Shift) =>
    rota.flatMap((r): Turn[] => {
      const volunteer = r.shiftId === shift.id && byId.get(r.volunteerId)
      if (!volunteer) return []
      const own = entries.filter((e) => e.shiftId === shift.id && e.volunteerId === volunteer.id)
      return [{ volunteer, time: timeOf(shift, own) }]
    })
  const told = shifts.map((shift) => ({ shift, turns: of(shift) }))
  const turns = Map.groupBy(
    told.flatMap((s) => s.turns),
    (t) => t.volunteer.id,
  )
  const turnsOf = (id: string) => turns.get(id) ?? []
  return {
    volunteers,
    shifts: told,
    certificates: new Map([...certificates].map(([id, c]) => [id, c.number])),
    minutes: (id) => turnsOf(id).reduce((n, t) => n + t.time.minutes, 0),
    attended: (id) => turnsOf(id).filter((t) => wasThere(t.time)).length,
  }
}

export const wasThere = (time: Time): boolean => time.came !== null || time.minutes > 0

/** What the project would come to if it closed now. */
export async function summaryNow(
  ctx: Ctx,
  p: Project,
  work: Work,
  of: { outcome: "held" | "cancelled"; words: string; students: number },
): Promise<Summary> {
  const expenses = await expensesOf(ctx.tx, p.id)
  return summarise(p, {
    ...of,
    shifts: work.shifts.length,
    spent: expenses.reduce((n, e) => n + e.amount, 0),
    accepted: work.volunteers
      .filter((v) => v.fromDay !== null)
      .map((v) => ({
        faculty: v.faculty,
        grade: v.grade,
        minutes: work.minutes(v.id),
        present: work.attended(v.id) > 0,
      })),
  })
}
