import type { In } from "#kit/web/call.ts"
import type { edit } from "../contract.ts"
import type { Activity } from "./ActivityPage.tsx"

/** The form: moments as `YYYY-MM-DDTHH:MM` of China. */
export interface PlanFields {
  union: string
  title: string
  purpose: string
  place: string
  startsAt: string
  endsAt: string
  who: "union" | "everyone"
  faculties?: string[]
  grades?: number[]
  signs: boolean
  opensAt?: string
  closesAt?: string
  places?: number | null
  signOffUntil?: string
  walkIns: boolean
  early: number
  classes?: string[]
  societies?: string[]
  requestId?: string
  projectId?: string
}

export const fresh: Partial<PlanFields> = { who: "union", signs: true, walkIns: true, early: 30 }

const sent = (moment: string | undefined): string | null => (moment ? `${moment}:00+08:00` : null)

export const planOf = (f: PlanFields): Omit<In<typeof edit>, "id"> => ({
  title: f.title,
  purpose: f.purpose,
  place: f.place,
  startsAt: sent(f.startsAt)!,
  endsAt: sent(f.endsAt)!,
  audience: { who: f.who, faculties: f.faculties ?? [], grades: f.grades ?? [] },
  places: f.signs ? (f.places ?? null) : null,
  opensAt: f.signs ? sent(f.opensAt) : null,
  closesAt: f.signs ? sent(f.closesAt) : null,
  signOffUntil: f.signs ? sent(f.signOffUntil) : null,
  walkIns: f.signs ? f.walkIns : true,
  early: f.early,
  classes: f.classes ?? [],
  societies: f.societies ?? [],
  requestId: f.requestId ?? null,
  projectId: f.projectId ?? null,
})

/** As China's clock shows it, whatever zone the browser is in. */
const shown = (moment: string): string =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16)

export const fieldsOf = (a: Activity): Partial<PlanFields> => ({
  union: a.union.id,
  title: a.title,
  purpose: a.purpose,
  place: a.place,
  startsAt: shown(a.startsAt),
  endsAt: shown(a.endsAt),
  who: a.audience.who,
  faculties: [...a.audience.faculties],
  grades: [...a.audience.grades],
  signs: a.opensAt !== null,
  ...(a.opensAt ? { opensAt: shown(a.opensAt) } : {}),
  ...(a.closesAt ? { closesAt: shown(a.closesAt) } : {}),
  ...(a.signOffUntil ? { signOffUntil: shown(a.signOffUntil) } : {}),
  places: a.places,
  walkIns: a.walkIns,
  early: a.early,
  classes: [...a.classes],
  societies: [...a.societies],
  ...(a.request ? { requestId: a.request.href.split("/").at(-1)! } : {}),
  ...(a.project ? { projectId: a.project.id } : {}),
})
