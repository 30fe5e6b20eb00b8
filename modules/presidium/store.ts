import type { Day, Semester } from "@qiaoliang/basics"
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, max, type SQL } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { rostersOn } from "#modules/unions/index.ts"
import type { Post } from "#policy/vocabulary.ts"
import type { Member } from "./rotation.ts"
import { calendarFeed, handover, rotationConsent, rotationPlan, standIn } from "./schema.ts"

export type PlanRow = typeof rotationPlan.$inferSelect
export type StandInRow = typeof standIn.$inferSelect
export type HandoverRow = typeof handover.$inferSelect
export type ConsentRow = typeof rotationConsent.$inferSelect

export const lockRotation = async (tx: Tx, union: string): Promise<void> => {
  await tx.client.query("select pg_advisory_xact_lock(hashtext('rotation'), hashtext($1))", [
    `${tx.university}/${union}`,
  ])
}

const isPresidium = (p: Post) => p.kind === "presidium" && Boolean(p.row.studentId)

export const membersIn = (posts: readonly Post[]): Member[] => {
  const seen = new Map(
    posts.filter(isPresidium).map((p) => [p.row.studentId!, { number: p.row.studentId!, name: p.name }]),
  )
  return [...seen.values()]
}

/** Presidium posts of unions on a day, as the roster has them. */
export async function presidiumsOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, readonly Post[]>> {
  if (unions.length === 0) return new Map()
  const rosters = await rostersOn(tx, unions, day)
  return new Map(unions.map((id) => [id, (rosters.get(id) ?? []).filter((p) => p.kind === "presidium")]))
}

export const membersOn = async (tx: Tx, union: string, day: Day): Promise<Member[]> =>
  membersIn((await presidiumsOn(tx, [union], day)).get(union) ?? [])

/** Plans of these unions, by union: of several the one adopted last. */
async function plansWhere(tx: Tx, unions: readonly string[], ...more: SQL[]): Promise<Map<string, PlanRow>> {
  if (unions.length === 0) return new Map()
  const rows = await tx.sql
    .select()
    .from(rotationPlan)
    .where(
      and(eq(rotationPlan.universityId, tx.university), inArray(rotationPlan.unionId, [...unions]), ...more),
    )
    .orderBy(asc(rotationPlan.adoptedOn), asc(rotationPlan.version))
  return new Map(rows.map((r) => [r.unionId, r]))
}

/** The plan in force on a day, by union. */
export const plansOn = (tx: Tx, unions: readonly string[], day: Day): Promise<Map<string, PlanRow>> =>
  plansWhere(tx, unions, lte(rotationPlan.adoptedOn, day))

/** Proposals nobody has adopted or replaced yet, by union. */
export const proposalsOf = (tx: Tx, unions: readonly string[]): Promise<Map<string, PlanRow>> =>
  plansWhere(tx, unions, isNull(rotationPlan.adoptedOn), isNull(rotationPlan.replacedBy))

export async function planById(tx: Tx, id: string): Promise<PlanRow | undefined> {
  const rows = await tx.sql
    .select()
    .from(rotationPlan)
    .where(and(eq(rotationPlan.universityId, tx.university), eq(rotationPlan.id, id)))
    .for("update")
  return rows[0]
}

/** All adopted plans of a union, newest first. */
export const adoptedPlans = (tx: Tx, union: string): Promise<PlanRow[]> =>
  tx.sql
    .select()
    .from(rotationPlan)
    .where(
      and(
        eq(rotationPlan.universityId, tx.university),
        eq(rotationPlan.unionId, union),
        isNotNull(rotationPlan.adoptedOn),
      ),
    )
    .orderBy(desc(rotationPlan.adoptedOn), desc(rotationPlan.version))

/** Put a proposal in the place of the one before. */
export async function insertPlan(
  tx: Tx,
  row: Omit<PlanRow, "universityId" | "version" | "adoptedOn" | "replacedBy">,
): Promise<PlanRow> {
  const own = and(eq(rotationPlan.universityId, tx.university), eq(rotationPlan.unionId, row.unionId))
  await tx.sql
    .update(rotationPlan)
    .set({ replacedBy: row.id })
    .where(and(own, isNull(rotationPlan.adoptedOn), isNull(rotationPlan.replacedBy)))
  const [last] = await tx.sql
    .select({ version: max(rotationPlan.version) })
    .from(rotationPlan)
    .where(own)
  const [plan] = await tx.sql
    .insert(rotationPlan)
    .values({ ...row, universityId: tx.university, version: (last?.version ?? 0) + 1 })
    .returning()
  return plan!
}

export const adoptPlan = async (tx: Tx, id: string, day: Day): Promise<void> => {
  await tx.sql
    .update(rotationPlan)
    .set({ adoptedOn: day })
    .where(and(eq(rotationPlan.universityId, tx.university), eq(rotationPlan.id, id)))
}

/** Nobody can agree to it any more. */
export const dropProposal = async (tx: Tx, id: string): Promise<void> => {
  await tx.sql
    .update(rotationPlan)
    .set({ replacedBy: "expired" })
    .where(and(eq(rotationPlan.universityId, tx.university), eq(rotationPlan.id, id)))
}

export const insertConsent = async (tx: Tx, row: Omit<ConsentRow, "universityId">): Promise<void> => {
  await tx.sql
    .insert(rotationConsent)
    .values({ ...row, universityId: tx.university })
    .onConflictDoNothing()
}

export const consentsOf = (tx: Tx, plans: readonly string[]): Promise<ConsentRow[]> =>
  plans.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(rotationConsent)
        .where(
          and(eq(rotationConsent.universityId, tx.university), inArray(rotationConsent.planId, [...plans])),
        )
        .orderBy(asc(rotationConsent.at))

/** Stand-ins of these unions that serve on a day; without a day all, newest first. */
export const standInsOf = (tx: Tx, unions: readonly string[], day?: Day): Promise<StandInRow[]> =>
  unions.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(standIn)
        .where(
          and(
            eq(standIn.universityId, tx.university),
            inArray(standIn.unionId, [...unions]),
            ...(day ? [lte(standIn.fromDay, day), gte(standIn.untilDay, day)] : []),
          ),
        )
        .orderBy(desc(standIn.fromDay))

export const insertStandIn = async (tx: Tx, row: Omit<StandInRow, "universityId">): Promise<void> => {
  await tx.sql.insert(standIn).values({ ...row, universityId: tx.university })
}

export async function standInById(tx: Tx, id: string): Promise<StandInRow | undefined> {
  const rows = await tx.sql
    .select()
    .from(standIn)
    .where(and(eq(standIn.universityId, tx.university), eq(standIn.id, id)))
  return rows[0]
}

export const endStandIn = async (tx: Tx, id: string, last: Day): Promise<void> => {
  await tx.sql
    .update(standIn)
    .set({ untilDay: last })
    .where(and(eq(standIn.universityId, tx.university), eq(standIn.id, id)))
}

export const handoversOf = (tx: Tx, unions: readonly string[]): Promise<HandoverRow[]> =>
  unions.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(handover)
        .where(and(eq(handover.universityId, tx.university), inArray(handover.unionId, [...unions])))
        .orderBy(desc(handover.schoolYear), desc(handover.half))

export async function saveHandover(tx: Tx, row: Omit<HandoverRow, "universityId">): Promise<void> {
  await tx.sql
    .insert(handover)
    .values({ ...row, universityId: tx.university })
    .onConflictDoUpdate({
      target: [handover.universityId, handover.unionId, handover.schoolYear, handover.half],
      set: row,
    })
}

export const handoverAt = async (tx: Tx, union: string, s: Semester): Promise<HandoverRow | undefined> =>
  (await handoversOf(tx, [union])).find((h) => h.schoolYear === s.schoolYear && h.half === s.half)

export async function saveFeed(
  tx: Tx,
  row: Omit<typeof calendarFeed.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql
    .insert(calendarFeed)
    .values({ ...row, universityId: tx.university })
    .onConflictDoUpdate({ target: [calendarFeed.universityId, calendarFeed.unionId], set: row })
}

export const dropFeed = async (tx: Tx, union: string): Promise<void> => {
  await tx.sql
    .delete(calendarFeed)
    .where(and(eq(calendarFeed.universityId, tx.university), eq(calendarFeed.unionId, union)))
}

export async function feedOf(tx: Tx, union: string): Promise<typeof calendarFeed.$inferSelect | undefined> {
  const rows = await tx.sql
    .select()
    .from(calendarFeed)
    .where(and(eq(calendarFeed.universityId, tx.university), eq(calendarFeed.unionId, union)))
  return rows[0]
}

export async function unionOfFeed(tx: Tx, secretHash: string): Promise<string | undefined> {
  const rows = await tx.sql
    .select({ id: calendarFeed.unionId })
    .from(calendarFeed)
    .where(and(eq(calendarFeed.universityId, tx.university), eq(calendarFeed.secretHash, secretHash)))
  return rows[0]?.id
}
