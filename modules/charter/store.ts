import { type Day, newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { and, desc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { file, logEntry } from "#kit/server/schema.ts"
import { on } from "#kit/server/temporal.ts"
import { charterVersion, localSetting } from "./schema.ts"
import type { Settled } from "./settings.ts"

export type VersionRow = typeof charterVersion.$inferSelect
export type Version = VersionRow & { readonly document: { id: string; name: string } | null }
export type SettingRow = typeof localSetting.$inferSelect

/** One change to a union's charter at a time: earlier settings are read before they are closed. */
export const lockCharter = async (tx: Tx, union: string): Promise<void> => {
  await tx.client.query("select pg_advisory_xact_lock(hashtext('charter'), hashtext($1))", [
    `${tx.university}/${union}`,
  ])
}

const withDocument = (tx: Tx) =>
  tx.sql
    .select({ version: charterVersion, documentName: file.name })
    .from(charterVersion)
    .leftJoin(
      file,
      and(eq(file.universityId, charterVersion.universityId), eq(file.id, charterVersion.fileId)),
    )

const asVersion = ({
  version,
  documentName,
}: {
  version: VersionRow
  documentName: string | null
}): Version => ({
  ...version,
  document: version.fileId && documentName ? { id: version.fileId, name: documentName } : null,
})

/** The version in force on a day, by union. */
export async function versionsOn(tx: Tx, unions: readonly string[], day: Day): Promise<Map<string, Version>> {
  if (!unions.length) return new Map()
  const rows = await withDocument(tx)
    .where(
      and(
        eq(charterVersion.universityId, tx.university),
        inArray(charterVersion.unionId, [...unions]),
        lte(charterVersion.adoptedOn, day),
        isNull(charterVersion.withdrawnBy),
      ),
    )
    .orderBy(charterVersion.adoptedOn, charterVersion.id)
  return new Map(rows.map((r) => [r.version.unionId, asVersion(r)]))
}

export async function versionById(tx: Tx, union: string, id: string): Promise<VersionRow | undefined> {
  const rows = await tx.sql
    .select()
    .from(charterVersion)
    .where(
      and(
        eq(charterVersion.universityId, tx.university),
        eq(charterVersion.unionId, union),
        eq(charterVersion.id, id),
      ),
    )
  return rows[0]
}

/** Whether a file belongs to a version, and whether everybody may have it. */
export async function versionOfFile(tx: Tx, fileId: string): Promise<VersionRow | undefined> {
  const rows = await tx.sql
    .select()
    .from(charterVersion)
    .where(and(eq(charterVersion.universityId, tx.university), eq(charterVersion.fileId, fileId)))
    .orderBy(desc(charterVersion.public))
  return rows[0]
}

export const addVersion = async (tx: Tx, row: Omit<VersionRow, "universityId">): Promise<void> => {
  await tx.sql.insert(charterVersion).values({ ...row, universityId: tx.university })
}

export const withdrawVersion = async (tx: Tx, id: string, change: string, because: string): Promise<void> => {
  await tx.sql
    .update(charterVersion)
    .set({ withdrawnBy: change, withdrawnBecause: because })
    .where(and(eq(charterVersion.universityId, tx.university), eq(charterVersion.id, id)))
}

/** Settings in force on a day. */
export async function settingsOn(tx: Tx, unions: readonly string[], day: Day): Promise<SettingRow[]> {
  if (!unions.length) return []
  return tx.sql
    .select()
    .from(localSetting)
    .where(
      and(
        eq(localSetting.universityId, tx.university),
        inArray(localSetting.unionId, [...unions]),
        on(localSetting, day),
      ),
    )
    .orderBy(localSetting.clause, localSetting.validFrom)
}

export async function settingById(tx: Tx, union: string, id: string): Promise<SettingRow | undefined> {
  const rows = await tx.sql
    .select()
    .from(localSetting)
    .where(
      and(
        eq(localSetting.universityId, tx.university),
        eq(localSetting.unionId, union),
        eq(localSetting.id, id),
      ),
    )
  return rows[0]
}

export const closeSetting = async (tx: Tx, id: string, day: Day, change: string): Promise<void> => {
  await tx.sql
    .update(localSetting)
    .set({ validTo: day, closedBy: change })
    .where(and(eq(localSetting.universityId, tx.university), eq(localSetting.id, id)))
}

/** Put a setting in force from a day; the one before it on the same point ends that day. */
export async function settle(
  tx: Tx,
  given: Settled & { union: string; from: Day; source: string; change: string },
): Promise<Result<string, Refusal>> {
  const rows = await tx.sql
    .select()
    .from(localSetting)
    .where(
      and(
        eq(localSetting.universityId, tx.university),
        eq(localSetting.unionId, given.union),
        eq(localSetting.kind, given.kind),
        eq(localSetting.clause, given.clause),
        or(isNull(localSetting.validTo), gt(localSetting.validTo, given.from)),
      ),
    )
  const later = rows.find((r) => r.validFrom > given.from && r.validTo !== r.validFrom)
  if (later)
    return refuse("conflict", `自 ${later.validFrom} 起另有规定，不能从更早的日期改起`, {
      at: "from",
      cure: "先撤回较晚的规定，或改起始日期",
    })
  for (const row of rows) await closeSetting(tx, row.id, given.from, given.change)
  const id = newId()
  await tx.sql.insert(localSetting).values({
    universityId: tx.university,
    id,
    unionId: given.union,
    kind: given.kind,
    clause: given.clause,
    value: given.value,
    source: given.source,
    validFrom: given.from,
    openedBy: given.change,
  })
  return ok(id)
}

interface Told {
  readonly at: Date | null
  readonly by: string | null
}

const told = { at: logEntry.at, by: logEntry.name }

/** Everything ever recorded for a union, newest first, with who recorded it. */
export async function recordsOf(
  tx: Tx,
  union: string,
): Promise<{ versions: (Version & Told)[]; settings: (SettingRow & Told)[] }> {
  const versions = await tx.sql
    .select({ version: charterVersion, documentName: file.name, ...told })
    .from(charterVersion)
    .leftJoin(
      file,
      and(eq(file.universityId, charterVersion.universityId), eq(file.id, charterVersion.fileId)),
    )
    .leftJoin(
      logEntry,
      and(eq(logEntry.universityId, charterVersion.universityId), eq(logEntry.id, charterVersion.openedBy)),
    )
    .where(and(eq(charterVersion.universityId, tx.university), eq(charterVersion.unionId, union)))
    .orderBy(desc(charterVersion.adoptedOn), desc(charterVersion.id))
  const settings = await tx.sql
    .select({ setting: localSetting, ...told })
    .from(localSetting)
    .leftJoin(
      logEntry,
      and(eq(logEntry.universityId, localSetting.universityId), eq(logEntry.id, localSetting.openedBy)),
    )
    .where(and(eq(localSetting.universityId, tx.university), eq(localSetting.unionId, union)))
    .orderBy(desc(localSetting.validFrom), desc(localSetting.id))
  return {
    versions: versions.map(({ at, by, ...v }) => ({ ...asVersion(v), at, by })),
    settings: settings.map(({ at, by, setting }) => ({ ...setting, at, by })),
  }
}
