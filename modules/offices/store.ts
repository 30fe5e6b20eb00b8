import { type Day, newId } from "@qiaoliang/basics"
import { and, asc, eq, gt, inArray, isNull, lt, or, type SQL } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { on } from "#kit/server/temporal.ts"
import type { OfficeKind, OfficePost } from "#policy/offices.ts"
import { nounOf, type Office, officeName, type Seat } from "./office.ts"
import { office, officeHolder } from "./schema.ts"

export type HolderRow = typeof officeHolder.$inferSelect
export type Holder = HolderRow & Seat

const asOffice = (row: typeof office.$inferSelect): Office => ({ ...row, kind: row.kind as OfficeKind })

/** One change to the offices at a time in a university: overlaps are checked before they are written. */
export const lockOffices = async (tx: Tx): Promise<void> => {
  await tx.client.query("select pg_advisory_xact_lock(hashtext('offices'), hashtext($1))", [tx.university])
}

/** The office of a kind at a place; with `id` null when it has no row yet, undefined when no such place is on record. */
export async function officeAt(
  tx: Tx,
  university: { id: string; name: string },
  wanted: { kind: OfficeKind; scope?: string | undefined; faculty?: string | undefined },
): Promise<Office | undefined> {
  const place = await placeOf(tx, university, wanted)
  if (!place) return undefined
  const rows = await tx.sql
    .select()
    .from(office)
    .where(
      and(
        eq(office.universityId, tx.university),
        eq(office.kind, wanted.kind),
        eq(office.scopeId, place.scopeId),
      ),
    )
  if (rows[0]) return asOffice(rows[0])
  const name = officeName(wanted.kind, place.scopeName)
  return { id: null, kind: wanted.kind, name, scopeKind: nounOf(wanted.kind).scope, ...place }
}

async function placeOf(
  tx: Tx,
  university: { id: string; name: string },
  wanted: { kind: OfficeKind; scope?: string | undefined; faculty?: string | undefined },
): Promise<Pick<Office, "scopeId" | "scopeName" | "faculty"> | undefined> {
  switch (nounOf(wanted.kind).scope) {
    case "university":
      return { scopeId: university.id, scopeName: university.name, faculty: null }
    case "above":
      return { scopeId: "above", scopeName: wanted.scope || "上级学联", faculty: null }
    case "unit":
      return wanted.scope ? { scopeId: wanted.scope, scopeName: wanted.scope, faculty: null } : undefined
    case "faculty": {
      const found = (await faculties(tx)).find((f) => f.name === wanted.scope)
      return found && { scopeId: found.id, scopeName: found.name, faculty: found.name }
    }
    case "class": {
      const { rows } = await tx.client.query(
        "select from student where university_id = $1 and faculty = $2 and class_name = $3 limit 1",
        [tx.university, wanted.faculty ?? "", wanted.scope ?? ""],
      )
      const [faculty, scope] = [wanted.faculty ?? "", wanted.scope ?? ""]
      return rows.length ? { scopeId: `${faculty}/${scope}`, scopeName: scope, faculty } : undefined
    }
  }
}

export async function faculties(tx: Tx): Promise<readonly { id: string; name: string }[]> {
  const { rows } = await tx.client.query<{ id: string; name: string }>(
    "select id, name from faculty where university_id = $1 order by id",
    [tx.university],
  )
  return rows
}

export async function studentName(tx: Tx, number: string): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ name: string }>(
    "select name from student where university_id = $1 and number = $2 order by valid_from desc limit 1",
    [tx.university, number],
  )
  return rows[0]?.name
}

export async function unionExists(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await tx.client.query("select from student_union where university_id = $1 and id = $2", [
    tx.university,
    id,
  ])
  return rows.length === 1
}

/** Unions with their level, of those asked for. */
export async function levelsOf(
  tx: Tx,
  unions: readonly string[],
): Promise<readonly { id: string; level: "school" | "faculty" }[]> {
  const { rows } = await tx.client.query<{ id: string; level: "school" | "faculty" }>(
    "select id, level from student_union where university_id = $1 and id = any($2)",
    [tx.university, unions],
  )
  return rows
}

export async function keepOffice(tx: Tx, given: Office, change: string): Promise<string> {
  if (given.id) return given.id
  const id = newId()
  await tx.sql.insert(office).values({ ...given, id, universityId: tx.university, openedBy: change })
  return id
}

export async function allOffices(tx: Tx): Promise<readonly Office[]> {
  const rows = await tx.sql
    .select()
    .from(office)
    .where(eq(office.universityId, tx.university))
    .orderBy(asc(office.id))
  return rows.map(asOffice)
}

const ofHere = (tx: Tx) => eq(officeHolder.universityId, tx.university)
/** Rows that still hold on a day or begin after it. */
const runsPast = (day: Day) => or(isNull(officeHolder.validTo), gt(officeHolder.validTo, day))
/** Rows that hold on some day: a correction on the day a row began leaves it none. */
const hasDays = or(isNull(officeHolder.validTo), gt(officeHolder.validTo, officeHolder.validFrom))

const rowsWhere = (tx: Tx, ...conditions: (SQL | undefined)[]): Promise<readonly HolderRow[]> =>
  tx.sql
    .select()
    .from(officeHolder)
    .where(and(ofHere(tx), ...conditions))

/** Holders with their offices, the earliest first. */
async function holdersWhere(tx: Tx, ...conditions: (SQL | undefined)[]): Promise<readonly Holder[]> {
  const rows = await tx.sql
    .select({ holder: officeHolder, office })
    .from(officeHolder)
    .innerJoin(
      office,
      and(eq(office.universityId, officeHolder.universityId), eq(office.id, officeHolder.officeId)),
    )
    .where(and(ofHere(tx), ...conditions))
    .orderBy(asc(officeHolder.validFrom), asc(officeHolder.id))
  return rows.map((row) => ({ ...row.holder, office: asOffice(row.office) }))
}

/** Holders on a day, in every office. */
export const holdersOn = (tx: Tx, day: Day) => holdersWhere(tx, on(officeHolder, day))

/** Who is designated by 10.3 on a day. */
export const designatedOn = (tx: Tx, day: Day) =>
  holdersWhere(tx, eq(officeHolder.designated, true), on(officeHolder, day))

/** Who holds posts of offices of these kinds on a day. */
export const holdersOf = (tx: Tx, kinds: readonly OfficeKind[], day: Day) =>
  holdersWhere(tx, inArray(office.kind, [...kinds]), on(officeHolder, day))

/** The rows of one holder that still hold on `day` or begin later, the earliest first. */
export const versionsFrom = (tx: Tx, id: string, day: Day) =>
  holdersWhere(tx, eq(officeHolder.id, id), runsPast(day))

/** Any rows of an office that hold on some day of [from, to). */
export const during = (tx: Tx, officeId: string, from: Day, to: Day | null) =>
  rowsWhere(
    tx,
    eq(officeHolder.officeId, officeId),
    runsPast(from),
    to ? lt(officeHolder.validFrom, to) : undefined,
    hasDays,
  )

/** Designated rows that hold on `day` or begin after it. */
export const designatedFrom = (tx: Tx, day: Day) =>
  rowsWhere(tx, eq(officeHolder.designated, true), runsPast(day), hasDays)

/** Stand-ins of a holder still to run after a day. */
export const standInsOf = (tx: Tx, id: string, day: Day) =>
  rowsWhere(tx, eq(officeHolder.standsInFor, id), runsPast(day))

export const openRow = async (tx: Tx, row: Omit<HolderRow, "universityId">): Promise<void> => {
  await tx.sql.insert(officeHolder).values({ ...row, universityId: tx.university })
}

export const closeRow = async (tx: Tx, row: HolderRow, day: Day, change: string): Promise<void> => {
  await tx.sql
    .update(officeHolder)
    .set({ validTo: day < row.validFrom ? row.validFrom : day, closedBy: change })
    .where(and(ofHere(tx), eq(officeHolder.id, row.id), eq(officeHolder.openedBy, row.openedBy)))
}

export interface Recorded extends HolderRow {
  readonly at: Date | null
  readonly by: string | null
}

export async function historyOf(tx: Tx, officeId: string): Promise<readonly Recorded[]> {
  const { rows } = await tx.client.query<Record<string, unknown>>(
    `select h.id, h.number, h.name, h.post, h.title, h.union_id as "unionId", h.full_time as "fullTime", h.designated, h.basis, h.source,
            h.valid_from as "validFrom", h.valid_to as "validTo", l.at, l.name as by
     from office_holder h left join log_entry l on l.university_id = h.university_id and l.id = h.opened_by
     where h.university_id = $1 and h.office_id = $2 and (h.valid_to is null or h.valid_to > h.valid_from)
     order by h.valid_from desc, h.id desc`,
    [tx.university, officeId],
  )
  return rows as unknown as Recorded[]
}

export interface SetUpEntry {
  readonly at: Date
  readonly by: string
  readonly verb: "offices.appoint" | "offices.end"
  readonly office: string
  readonly name: string
  readonly title: string
  readonly source: string | null
}

/** What administrators did to posts, by the log. */
export async function setUpEntries(tx: Tx): Promise<readonly SetUpEntry[]> {
  const { rows } = await tx.client.query<SetUpEntry>(
    `select l.at, l.name as by, l.verb, o.name as office, h.name, h.title, l.summary ->> 'source' as source
     from log_entry l
     join lateral (select * from office_holder h where h.university_id = l.university_id
                   and h.id = l.summary ->> 'holder' order by h.valid_from limit 1) h on true
     join office o on o.university_id = h.university_id and o.id = h.office_id
     where l.university_id = $1 and l.verb in ('offices.appoint', 'offices.end') and l.summary ->> 'basis' = 'set-up'
     order by l.at desc, l.id desc limit 500`,
    [tx.university],
  )
  return rows
}

/** Put a person into a post: shared by the verb, the sample's loader and the tests. `validTo`: first day after. */
export async function seat(
  tx: Tx,
  given: {
    office: Office
    number: string
    name: string
    post: OfficePost
    title: string
    unionId?: string | null
    basis: HolderRow["basis"]
    source?: string | null
    standsInFor?: string | null
    fullTime?: boolean | null
    designated?: boolean
    validFrom: Day
    validTo?: Day | null
    change: string
  },
): Promise<string> {
  const officeId = await keepOffice(tx, given.office, given.change)
  const id = newId()
  await openRow(tx, {
    id,
    officeId,
    number: given.number,
    name: given.name,
    post: given.post,
    title: given.title,
    unionId: given.unionId ?? null,
    fullTime: given.fullTime ?? null,
    designated: given.designated ?? false,
    standsInFor: given.standsInFor ?? null,
    basis: given.basis,
    source: given.source ?? null,
    validFrom: given.validFrom,
    validTo: given.validTo ?? null,
    openedBy: given.change,
    closedBy: null,
  })
  return id
}
