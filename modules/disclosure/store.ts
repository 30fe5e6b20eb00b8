import { newId } from "@qiaoliang/basics"
import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { DisclosureInput, RowAttested } from "./input.ts"
import type { Move, State } from "./life.ts"
import { disclosure, disclosureMove, disclosureVersion } from "./schema.ts"
import type { Disclosure } from "./shape.ts"

export type Head = typeof disclosure.$inferSelect
export type MoveRow = typeof disclosureMove.$inferSelect
export type VersionLabel = Omit<typeof disclosureVersion.$inferSelect, "content" | "grounds">
export type Version = VersionLabel & { readonly content: Disclosure; readonly grounds: DisclosureInput }

/** A disclosure, held until the transaction ends: two people never move it at once. */
export async function headForChange(tx: Tx, id: string): Promise<Head | undefined> {
  const rows = await tx.sql.select().from(disclosure).where(mine(tx, id)).for("update")
  return rows[0]
}

export async function headById(tx: Tx, id: string): Promise<Head | undefined> {
  const rows = await tx.sql.select().from(disclosure).where(mine(tx, id))
  return rows[0]
}

const mine = (tx: Tx, id: string) => and(eq(disclosure.universityId, tx.university), eq(disclosure.id, id))

export async function headOf(tx: Tx, unionId: string, schoolYear: number): Promise<Head | undefined> {
  const rows = await tx.sql
    .select()
    .from(disclosure)
    .where(
      and(
        eq(disclosure.universityId, tx.university),
        eq(disclosure.unionId, unionId),
        eq(disclosure.schoolYear, schoolYear),
      ),
    )
    .for("update")
  return rows[0]
}

export async function heads(tx: Tx, filter: { schoolYear?: number; unionId?: string } = {}): Promise<Head[]> {
  return tx.sql
    .select()
    .from(disclosure)
    .where(
      and(
        eq(disclosure.universityId, tx.university),
        filter.schoolYear === undefined ? undefined : eq(disclosure.schoolYear, filter.schoolYear),
        filter.unionId === undefined ? undefined : eq(disclosure.unionId, filter.unionId),
      ),
    )
    .orderBy(desc(disclosure.schoolYear), asc(disclosure.createdAt))
}

export async function openHead(
  tx: Tx,
  wanted: { unionId: string; schoolYear: number; at: Date },
): Promise<Head> {
  const rows = await tx.sql
    .insert(disclosure)
    .values({
      universityId: tx.university,
      id: newId(wanted.at.getTime()),
      unionId: wanted.unionId,
      schoolYear: wanted.schoolYear,
      state: "draft",
      version: 0,
      createdAt: wanted.at,
    })
    .returning()
  return rows[0]!
}

export async function saveHead(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<Head, "state" | "version" | "publishedVersion" | "publishedAt" | "downOn" | "noindex">
  >,
): Promise<void> {
  await tx.sql.update(disclosure).set(change).where(mine(tx, id))
}

export async function addVersion(tx: Tx, version: Omit<Version, "universityId">): Promise<void> {
  await tx.sql.insert(disclosureVersion).values({ ...version, universityId: tx.university })
}

export async function versionOf(tx: Tx, id: string, number: number): Promise<Version | undefined> {
  const rows = await tx.sql
    .select()
    .from(disclosureVersion)
    .where(
      and(
        eq(disclosureVersion.universityId, tx.university),
        eq(disclosureVersion.disclosureId, id),
        eq(disclosureVersion.number, number),
      ),
    )
  return rows[0] as Version | undefined
}

const {
  content: _content,
  grounds: _grounds,
  ...labels
} = {
  universityId: disclosureVersion.universityId,
  disclosureId: disclosureVersion.disclosureId,
  number: disclosureVersion.number,
  content: disclosureVersion.content,
  grounds: disclosureVersion.grounds,
  sha256: disclosureVersion.sha256,
  madeBy: disclosureVersion.madeBy,
  madeByName: disclosureVersion.madeByName,
  madeAt: disclosureVersion.madeAt,
  what: disclosureVersion.what,
}

/** All versions of these disclosures, newest first, without what they say. */
export async function versionLabels(tx: Tx, ids: readonly string[]): Promise<VersionLabel[]> {
  if (ids.length === 0) return []
  return tx.sql
    .select(labels)
    .from(disclosureVersion)
    .where(
      and(
        eq(disclosureVersion.universityId, tx.university),
        inArray(disclosureVersion.disclosureId, [...ids]),
      ),
    )
    .orderBy(desc(disclosureVersion.number))
}

export async function movesOf(tx: Tx, id: string): Promise<MoveRow[]> {
  return tx.sql
    .select()
    .from(disclosureMove)
    .where(and(eq(disclosureMove.universityId, tx.university), eq(disclosureMove.disclosureId, id)))
    .orderBy(desc(disclosureMove.number))
}

export async function addMove(tx: Tx, move: Omit<MoveRow, "universityId">): Promise<void> {
  await tx.sql.insert(disclosureMove).values({ ...move, universityId: tx.university })
}

/** Published and perhaps taken down since: the caller compares `downOn` with today. */
export async function publishedHeads(tx: Tx): Promise<(Head & { content: Disclosure })[]> {
  const rows = await tx.sql
    .select({ head: disclosure, content: disclosureVersion.content })
    .from(disclosure)
    .innerJoin(
      disclosureVersion,
      and(
        eq(disclosureVersion.universityId, disclosure.universityId),
        eq(disclosureVersion.disclosureId, disclosure.id),
        eq(disclosureVersion.number, disclosure.publishedVersion),
      ),
    )
    .where(and(eq(disclosure.universityId, tx.university), isNotNull(disclosure.publishedVersion)))
    .orderBy(desc(disclosure.publishedAt))
  return rows.map((r) => ({ ...r.head, content: r.content as Disclosure }))
}

/** What unions vouched for in their own forms of the year: published ones, else approved ones. */
export async function approvedWords(
  tx: Tx,
  unionIds: readonly string[],
  schoolYear: number,
): Promise<Map<string, { attested: readonly RowAttested[]; shortcomings: string }>> {
  const out = new Map<string, { attested: readonly RowAttested[]; shortcomings: string }>()
  if (unionIds.length === 0) return out
  const all = await tx.sql
    .select()
    .from(disclosure)
    .where(
      and(
        eq(disclosure.universityId, tx.university),
        eq(disclosure.schoolYear, schoolYear),
        inArray(disclosure.unionId, [...unionIds]),
      ),
    )
  for (const head of all) {
    const number = head.publishedVersion ?? (head.state === "approved" ? head.version : null)
    const version = number === null ? undefined : await versionOf(tx, head.id, number)
    if (version) out.set(head.unionId, version.grounds.own)
  }
  return out
}

export type { Move, State }
