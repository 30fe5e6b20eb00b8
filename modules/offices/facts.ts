import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { offices as nouns, type OfficeKind } from "#policy/offices.ts"
import type { Answered, Facts, OfficeHeld, QuestionId } from "#policy/vocabulary.ts"
import { isFullTime, needsHead, nounOf, type Office, officeName } from "./office.ts"
import { allOffices, designatedOn, faculties, type Holder, holdersOf, holdersOn, levelsOf } from "./store.ts"

export interface HolderFact {
  readonly office: OfficeKind
  readonly officeName: string
  /** Name of the faculty of a faculty or class office. */
  readonly faculty: string | null
  readonly number: string
  readonly name: string
  readonly post: Holder["post"]
  readonly title: string
  readonly union: string | null
  readonly from: Day
  readonly designated: boolean
  /** 专职团干部; null where the record does not say. */
  readonly fullTime: boolean | null
  readonly standsIn: boolean
}

/** What articles 9 and 10 may ask of the offices on a day. */
export interface LeadershipFacts {
  readonly holders: readonly HolderFact[]
  /** 10.3: those designated that day; exactly one is right. Stand-ins are not counted. */
  readonly designated: readonly HolderFact[]
  /** Offices the Opinions name that have no head that day. */
  readonly gaps: readonly Gap[]
}

export interface Gap {
  readonly office: string
  readonly because: string
  readonly clause: string
}

export async function leadershipOn(
  tx: Tx,
  university: { id: string; name: string },
  day: Day,
): Promise<LeadershipFacts> {
  const rows = await holdersOn(tx, day)
  const holders = rows.map((h) => ({
    office: h.office.kind,
    officeName: h.office.name,
    faculty: h.office.faculty,
    number: h.number,
    name: h.name,
    post: h.post,
    title: h.title,
    union: h.unionId,
    from: h.validFrom,
    designated: h.designated,
    fullTime: isFullTime(h),
    standsIn: h.standsInFor !== null,
  }))
  const all = withUnheld(await allOffices(tx), await faculties(tx), university)
  return { holders, designated: holders.filter((h) => h.designated), gaps: gapsIn(all, rows) }
}

/**
 * Answers to the questions of articles 9 and 10 that the offices' own records decide, for the university's
 * unions. Nothing recorded is no answer: an attestation may still speak, else the finding is `unknown`.
 */
export async function officesOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, Pick<Facts, "answers" | "offices">>> {
  const designated = await designatedOn(tx, day)
  const holders = await holdersOf(tx, namedIn9, day)
  const ofAll = {
    ...named("deputy-secretary", designated),
    ...named("party-deputy", holders.filter(inCharge.party)),
    ...named("vice-president", holders.filter(inCharge.teaching)),
  }
  const offices = headsOf(holders)
  const levels = new Map((await levelsOf(tx, unions)).map((u) => [u.id, u.level]))
  const secretaries = (await holdersOf(tx, ["school-league", "faculty-league"], day)).filter(
    (h) => h.post === "secretary" && !h.standsInFor,
  )
  return new Map(
    unions.map((id) => {
      const own = secretaries.filter((h) => h.unionId === id && h.office.kind === `${levels.get(id)}-league`)
      return [id, { answers: { ...ofAll, ...secretaryGeneral(own) }, ...(offices ? { offices } : {}) }]
    }),
  )
}

const namedIn9 = nouns.filter((n) => n.clause === "9.1" || n.clause === "9.5").map((n) => n.kind)

/** 9.5 names two people by what they are responsible for, which their titles say. */
const inCharge = {
  party: (h: Holder) =>
    h.office.kind === "school-party" && h.post === "deputy" && !h.standsInFor && h.title.includes("学生"),
  teaching: (h: Holder) =>
    h.office.kind === "administration" && h.post === "deputy" && !h.standsInFor && h.title.includes("教学"),
}

/** Numbers of the party's deputy secretaries in charge of students' work on a day. */
export const inChargeOfStudents = async (tx: Tx, day: Day): Promise<readonly string[]> =>
  (await holdersOf(tx, ["school-party"], day)).filter(inCharge.party).map((h) => h.number)

/** The offices 9.1 names, each with its head; undefined where none of them has anybody on record. */
function headsOf(holders: readonly Holder[]): readonly OfficeHeld[] | undefined {
  const cooperating = nouns.filter((n) => n.clause === "9.1")
  if (!holders.some((h) => cooperating.some((n) => n.kind === h.office.kind))) return undefined
  return cooperating.map((n) => {
    const head = holders.find((h) => h.office.kind === n.kind && h.post === "head" && !h.standsInFor)
    return { name: n.name, head: head ? `${head.name}（${head.title}）` : null }
  })
}

/**
 * A League cadre of the union's own level is its secretary-general, and full-time (自评表, the last row). One on
 * record as part-time is none such; where the record does not say, an attestation may.
 */
function secretaryGeneral(people: readonly Holder[]): Partial<Record<QuestionId, Answered>> {
  const answer = named("secretary-general", people)
  const said = people.map(isFullTime)
  if (said.includes(false)) {
    const known = answer["secretary-general"]
    return known ? { "secretary-general": { ...known, value: false } } : {}
  }
  return said.includes(null) ? {} : answer
}

function named(id: QuestionId, people: readonly Holder[]): Partial<Record<QuestionId, Answered>> {
  if (people.length === 0) return {}
  const on = people.reduce((day, h) => (h.validFrom > day ? h.validFrom : day), "")
  const rows = people.map((h) => ({ id: h.id, name: h.name, note: `${h.office.name} ${h.title}` }))
  return { [id]: { value: people.map((h) => h.name).join("、"), on, rows } }
}

/** The offices on file and those the Opinions expect: one of each for the university, two in each faculty. */
export function withUnheld(
  filed: readonly Office[],
  facultyList: readonly { id: string; name: string }[],
  university: { id: string; name: string },
): readonly Office[] {
  const expected = nouns.flatMap((noun): Office[] => {
    const at = (scopeId: string, scopeName: string, faculty: string | null): Office => ({
      id: null,
      kind: noun.kind,
      name: officeName(noun.kind, scopeName),
      scopeKind: noun.scope,
      scopeId,
      scopeName,
      faculty,
    })
    if (noun.scope === "university") return [at(university.id, university.name, null)]
    return noun.scope === "faculty" ? facultyList.map((f) => at(f.id, f.name, f.name)) : []
  })
  const missing = expected.filter((e) => !filed.some((f) => f.kind === e.kind && f.scopeId === e.scopeId))
  return [...filed, ...missing]
}

export function gapsIn(all: readonly Office[], holders: readonly Holder[]): Gap[] {
  const headless = all
    .filter((o) => needsHead(o.kind))
    .filter((o) => !holders.some((h) => h.officeId === o.id && h.post === "head"))
    .map((o) => ({ office: o.name, because: `${o.name}没有登记负责人`, clause: nounOf(o.kind).clause }))
  const unnamed = [
    ...(holders.some(inCharge.party)
      ? []
      : [
          { office: nounOf("school-party").name, because: "没有登记分管学生工作的党委副书记", clause: "9.5" },
        ]),
    ...(holders.some(inCharge.teaching)
      ? []
      : [{ office: nounOf("administration").name, because: "没有登记教学副校长", clause: "9.5" }]),
  ]
  const designated = holders.filter((h) => h.designated).length
  if (designated === 1) return [...headless, ...unnamed]
  const because = designated
    ? `指定了${designated}名指导学生会的专职副书记`
    : "没有指定指导学生会的专职副书记"
  return [...headless, ...unnamed, { office: nounOf("school-league").name, because, clause: "10.3" }]
}
