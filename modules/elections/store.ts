import { and, asc, desc, eq, inArray, max } from "drizzle-orm"
import type { AnyPgColumn } from "drizzle-orm/pg-core"
import type { Tx } from "#kit/server/db.ts"
import type { Election } from "./election.ts"
import type { Sheet } from "./paper-count.ts"
import { device, election, envelope, issue, message, seated, sheet } from "./schema.ts"

type MessageRow = Omit<typeof message.$inferSelect, "universityId">
type IssueRow = Omit<typeof issue.$inferSelect, "universityId">
type EnvelopeRow = Omit<typeof envelope.$inferSelect, "universityId">

const own = (tx: Tx, table: { universityId: AnyPgColumn }) => eq(table.universityId, tx.university)

const nounOf = ({ universityId: _, ...row }: typeof election.$inferSelect): Election => row

export async function insertElection(tx: Tx, row: Election): Promise<void> {
  await tx.sql.insert(election).values({ ...row, universityId: tx.university })
}

/** One election; `hold` until the transaction ends, for a change. */
export async function electionById(tx: Tx, id: string, hold = false): Promise<Election | undefined> {
  const found = tx.sql
    .select()
    .from(election)
    .where(and(own(tx, election), eq(election.id, id)))
  const [row] = await (hold ? found.for("update") : found)
  return row && nounOf(row)
}

/** The rounds of an assembly's votes, in the order they were made. */
export async function electionsIn(tx: Tx, assemblies: readonly string[]): Promise<Election[]> {
  if (assemblies.length === 0) return []
  const rows = await tx.sql
    .select()
    .from(election)
    .where(and(own(tx, election), inArray(election.assemblyId, [...assemblies])))
    .orderBy(asc(election.series), asc(election.round))
  return rows.map(nounOf)
}

export async function roundsOf(tx: Tx, series: string, hold = false): Promise<Election[]> {
  const found = tx.sql
    .select()
    .from(election)
    .where(and(own(tx, election), eq(election.series, series)))
    .orderBy(asc(election.round))
  return (await (hold ? found.for("update") : found)).map(nounOf)
}

export async function electionsOfUnions(tx: Tx, unions: readonly string[]): Promise<Election[]> {
  if (unions.length === 0) return []
  const rows = await tx.sql
    .select()
    .from(election)
    .where(and(own(tx, election), inArray(election.unionId, [...unions])))
    .orderBy(asc(election.series), asc(election.round))
  return rows.map(nounOf)
}

export async function changeElection(
  tx: Tx,
  ids: readonly string[],
  change: Partial<Omit<Election, "id" | "assemblyId" | "unionId">>,
): Promise<void> {
  await tx.sql
    .update(election)
    .set(change)
    .where(and(own(tx, election), inArray(election.id, [...ids])))
}

// Keys.

export const messagesOf = (
  tx: Tx,
  { id, attempt }: Pick<Election, "id" | "attempt">,
): Promise<MessageRow[]> =>
  tx.sql
    .select()
    .from(message)
    .where(and(own(tx, message), eq(message.electionId, id), eq(message.attempt, attempt)))
    .orderBy(asc(message.trustee))

export async function insertMessage(tx: Tx, row: MessageRow): Promise<void> {
  await tx.sql.insert(message).values({ ...row, universityId: tx.university })
}

// Phones.

export interface Device {
  readonly number: string
  readonly key: string
  readonly version: number
}

/** The key each phone uses now. */
export async function devicesOf(tx: Tx, assemblyId: string, number?: string): Promise<Map<string, Device>> {
  const { rows } = await tx.client.query<Device>(
    `select distinct on (number) number, key, version from election_device
     where university_id = $1 and assembly_id = $2 and ($3::text is null or number = $3)
     order by number, version desc`,
    [tx.university, assemblyId, number ?? null],
  )
  return new Map(rows.map((r) => [r.number, r]))
}

export async function insertDevice(
  tx: Tx,
  row: Omit<typeof device.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(device).values({ ...row, universityId: tx.university })
}

// Ballots given out.

/** The issue that counts: the last. */
export async function issueOf(tx: Tx, electionId: string): Promise<IssueRow | undefined> {
  const [row] = await tx.sql
    .select()
    .from(issue)
    .where(and(own(tx, issue), eq(issue.electionId, electionId)))
    .orderBy(desc(issue.version))
    .limit(1)
  return row
}

export async function insertIssue(tx: Tx, row: IssueRow, envelopes: readonly EnvelopeRow[]): Promise<void> {
  await tx.sql.insert(issue).values({ ...row, universityId: tx.university })
  for (let i = 0; i < envelopes.length; i += 1000)
    await tx.sql
      .insert(envelope)
      .values(envelopes.slice(i, i + 1000).map((e) => ({ ...e, universityId: tx.university })))
}

export const envelopesOf = (tx: Tx, of: Pick<IssueRow, "electionId" | "version">): Promise<EnvelopeRow[]> =>
  tx.sql
    .select()
    .from(envelope)
    .where(and(own(tx, envelope), eq(envelope.electionId, of.electionId), eq(envelope.version, of.version)))

/** One delegate's envelopes of several elections, the last issue of each. */
export async function envelopesFor(
  tx: Tx,
  elections: readonly string[],
  number: string,
): Promise<Map<string, EnvelopeRow>> {
  if (elections.length === 0) return new Map()
  const { rows } = await tx.client.query<EnvelopeRow>(
    `select e.election_id as "electionId", e.version, e.number, e.key, e.sealed from election_envelope e
     where e.university_id = $1 and e.election_id = any($2) and e.number = $3
       and e.version = (select max(version) from election_issue i
                        where i.university_id = $1 and i.election_id = e.election_id)`,
    [tx.university, elections, number],
  )
  return new Map(rows.map((r) => [r.electionId, r]))
}

// Paper.

/** The last sheet of each teller. */
export async function sheetsOf(tx: Tx, electionId: string): Promise<Map<string, Sheet>> {
  const rows = await tx.sql
    .select()
    .from(sheet)
    .where(and(own(tx, sheet), eq(sheet.electionId, electionId)))
    .orderBy(asc(sheet.version))
  return new Map(rows.map((r) => [r.number, r.body]))
}

export async function insertSheet(
  tx: Tx,
  electionId: string,
  number: string,
  body: Sheet,
  at: Date,
): Promise<void> {
  const [last] = await tx.sql
    .select({ version: max(sheet.version) })
    .from(sheet)
    .where(and(own(tx, sheet), eq(sheet.electionId, electionId), eq(sheet.number, number)))
  const version = (last?.version ?? 0) + 1
  await tx.sql.insert(sheet).values({ universityId: tx.university, electionId, number, version, body, at })
}

// Posts filled.

export async function insertSeated(
  tx: Tx,
  rows: readonly { postId: string; electionId: string; number: string }[],
): Promise<void> {
  if (rows.length > 0)
    await tx.sql.insert(seated).values(rows.map((r) => ({ ...r, universityId: tx.university })))
}

/** Of these posts, those filled by a ratified result. */
export async function seatedAmong(tx: Tx, posts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (posts.length === 0) return new Map()
  const rows = await tx.sql
    .select({ postId: seated.postId, electionId: seated.electionId })
    .from(seated)
    .where(and(own(tx, seated), inArray(seated.postId, [...posts])))
  return new Map(rows.map((r) => [r.postId, r.electionId]))
}
