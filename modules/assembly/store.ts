import type { Day } from "@qiaoliang/basics"
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { Assembly, AssemblyState } from "./assembly.ts"
import { appointment, assembly } from "./schema.ts"
import type { Appointment, Team } from "./team.ts"

export async function insertAssembly(
  tx: Tx,
  row: Omit<Assembly, "theme"> & Partial<Pick<Assembly, "theme">>,
): Promise<void> {
  await tx.sql.insert(assembly).values({ ...row, universityId: tx.university })
}

/** One assembly; `hold` until the transaction ends, for a change. */
export async function assemblyById(tx: Tx, id: string, hold = false): Promise<Assembly | undefined> {
  const found = tx.sql
    .select()
    .from(assembly)
    .where(and(eq(assembly.universityId, tx.university), eq(assembly.id, id)))
  const [row] = await (hold ? found.for("update") : found)
  return row
}

/** The assemblies of some unions, newest first; of all unions without a list. */
export const assembliesOf = (tx: Tx, unions?: readonly string[]): Promise<Assembly[]> =>
  unions?.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(assembly)
        .where(
          and(
            eq(assembly.universityId, tx.university),
            unions ? inArray(assembly.unionId, [...unions]) : undefined,
          ),
        )
        .orderBy(desc(assembly.day), asc(assembly.name))

export async function changeAssembly(
  tx: Tx,
  id: string,
  change: Partial<Omit<Assembly, "id" | "unionId">> & { readonly state?: AssemblyState },
): Promise<void> {
  await tx.sql
    .update(assembly)
    .set(change)
    .where(and(eq(assembly.universityId, tx.university), eq(assembly.id, id)))
}

export async function insertAppointments(
  tx: Tx,
  rows: readonly Appointment[],
  change: string,
): Promise<void> {
  if (rows.length === 0) return
  await tx.sql
    .insert(appointment)
    .values(rows.map((r) => ({ ...r, universityId: tx.university, openedBy: change })))
}

export async function endAppointments(
  tx: Tx,
  ids: readonly string[],
  on: Day,
  change: string,
): Promise<void> {
  if (ids.length === 0) return
  await tx.sql
    .update(appointment)
    .set({ to: on, closedBy: change })
    .where(
      and(
        eq(appointment.universityId, tx.university),
        inArray(appointment.id, [...ids]),
        isNull(appointment.to),
      ),
    )
}

/** Who serves in an assembly now. */
export const teamOf = (tx: Tx, assemblyId: string): Promise<Team> =>
  tx.sql
    .select()
    .from(appointment)
    .where(
      and(
        eq(appointment.universityId, tx.university),
        eq(appointment.assemblyId, assemblyId),
        isNull(appointment.to),
      ),
    )
    .orderBy(asc(appointment.duty), desc(appointment.lead), asc(appointment.id))

/** Where a person serves now: for inboxes. */
export const servingOf = (tx: Tx, number: string): Promise<Appointment[]> =>
  tx.sql
    .select()
    .from(appointment)
    .where(
      and(
        eq(appointment.universityId, tx.university),
        eq(appointment.number, number),
        isNull(appointment.to),
      ),
    )

/** One proposal of a union at a time. */
export async function lockUnion(tx: Tx, unionId: string): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtext('assembly'), hashtext($1))", [
    `${tx.university} ${unionId}`,
  ])
}
