import type { Day } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import { hideSmall, hideTotal } from "#kit/server/small-numbers.ts"
import { mayGuide, mayPrepare } from "./abilities.ts"
import type { Loaded } from "./load.ts"
import { isOverdue, type Project } from "./project.ts"
import type { Expense, Move } from "./store.ts"
import type { Certificate, Volunteer } from "./store-volunteers.ts"
import { gradeName, type Summary, summed } from "./summary.ts"
import type { Turn, Work } from "./work.ts"

export const may = (permission: object): boolean => !("refusal" in permission)

/** A project in a list. `accepted`: how many hold, or held, a post in it. */
export const presentLine = (
  p: Project,
  union: { id: string; name: string },
  accepted: number,
  today: Day,
) => ({
  id: p.id,
  title: p.title,
  union: { id: union.id, name: union.name },
  reach: p.reach,
  guide: p.guideDepartment ? { department: p.guideDepartment, agreedBy: p.guideAgreedBy } : null,
  status: p.status,
  outcome: p.outcome,
  startsOn: p.startsOn,
  endsOn: p.endsOn,
  wanted: p.wanted,
  accepted,
  overdue: isOverdue(p, today),
})

/** For the organisers: names, no student numbers. */
export const presentVolunteer = (v: Volunteer, work: Work) => ({
  id: v.id,
  name: v.name,
  faculty: v.faculty,
  grade: v.grade,
  state: v.state,
  because: v.because,
  wish: v.wish,
  signedUpAt: v.signedUpAt.toISOString(),
  from: v.fromDay,
  until: v.until,
  minutes: work.minutes(v.id),
  certificate: work.certificates.get(v.id) ?? null,
})

export const presentTurn = ({ volunteer: v, time }: Turn) => ({
  id: v.id,
  name: v.name,
  faculty: v.faculty,
  came: time.came?.toISOString() ?? null,
  went: time.went?.toISOString() ?? null,
  minutes: time.minutes,
  open: time.open,
  corrected: time.corrected,
})

export const presentShift = ({ shift: s, turns }: Work["shifts"][number]) => ({
  id: s.id,
  title: s.title,
  place: s.place,
  startsAt: s.startsAt.toISOString(),
  endsAt: s.endsAt.toISOString(),
  wanted: s.wanted,
  people: turns.map(presentTurn),
})

export const presentExpense = (e: Expense) => ({
  id: e.id,
  what: e.what,
  amount: e.amount,
  on: e.onDay,
  by: e.byName,
})

export const presentMove = (m: Move) => ({
  move: m.move,
  because: m.because,
  by: m.byName,
  capacity: m.capacity,
  at: m.at.toISOString(),
})

/** What everybody may read of a closed project: no group of so few that one could tell who they are. */
export const presentSummary = (s: Summary) => ({
  words: s.words,
  attended: hideTotal(s.attended),
  minutes: hideTotal(s.attended) === null ? null : s.minutes,
  byFaculty: hideSmall(s.byFaculty),
  byGrade: hideSmall(s.byGrade),
  reachedByFaculty: hideSmall(summed(s.reached, (g) => g.faculty)),
  reachedByGrade: hideSmall(summed(s.reached, (g) => gradeName(g.grade))),
  reached: hideTotal(s.reached.reduce((n, g) => n + g.people, 0)),
  students: s.students,
  budget: s.budget,
  spent: s.spent,
})

export const presentMine = (v: Volunteer | undefined) =>
  v ? { state: v.state, because: v.because, until: v.until } : null

/** White-list: what is printed on the certificate, and nothing else. */
export const presentCertificate = (
  c: Certificate,
  of: { volunteer: Volunteer; project: Project; host: string; university: string; replaced: boolean },
) => ({
  number: c.number,
  name: of.volunteer.name,
  faculty: of.volunteer.faculty,
  grade: of.volunteer.grade,
  project: of.project.title,
  host: of.host,
  university: of.university,
  startsOn: of.project.startsOn,
  endsOn: of.project.endsOn,
  shifts: c.shifts,
  minutes: c.minutes,
  issuedOn: c.issuedOn,
  replaced: of.replaced,
})

export const abilitiesOn = (actor: Actor, of: Loaded) => ({
  prepare: of.project.status !== "closed" && may(mayPrepare(actor, of)),
  guide: of.project.status === "draft" && !of.project.guideAgreedBy && may(mayGuide(actor, of)),
})
