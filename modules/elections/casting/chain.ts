import { type EventType, eventRecords } from "@qiaoliang/ballot"
import { and, asc, eq, gt, lte, sql } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import { event, head } from "../schema.ts"

export type HeadRow = Omit<typeof head.$inferSelect, "universityId">

/** The end of the chain; `hold` while something is appended. */
export async function headOf(tx: Tx, electionId: string, hold = false): Promise<HeadRow | undefined> {
  const found = tx.sql
    .select()
    .from(head)
    .where(and(eq(head.universityId, tx.university), eq(head.electionId, electionId)))
  const [row] = await (hold ? found.for("update") : found)
  return row
}

export interface Adding {
  readonly type: EventType
  /** Data in order; the last is the event's payload. */
  readonly payloads: readonly string[]
  readonly tracker?: string
  readonly credential?: string
  readonly owner?: number
}

/** Begin an archive: its head and its first event. */
export async function beginChain(
  tx: Tx,
  of: Omit<HeadRow, "height" | "hash" | "ballots" | "casting">,
  setup: readonly string[],
): Promise<void> {
  const first = eventRecords(of.timestamp, null, "Setup", setup)
  await tx.sql.insert(head).values({
    ...of,
    universityId: tx.university,
    height: first.height,
    hash: first.hash,
    ballots: 0,
    casting: true,
  })
  await tx.sql.insert(event).values({
    universityId: tx.university,
    electionId: of.electionId,
    type: "Setup",
    ...first,
  })
}

/** Append events behind a head that is held; answers the new head, saved. */
export async function append(tx: Tx, from: HeadRow, adding: readonly Adding[]): Promise<HeadRow> {
  if (adding.length === 0) return from
  let { height, hash, ballots } = from
  const rows = adding.map(({ type, payloads, ...more }) => {
    const made = eventRecords(from.timestamp, { hash, height }, type, payloads)
    height = made.height
    hash = made.hash
    if (type === "Ballot") ballots++
    return { universityId: tx.university, electionId: from.electionId, type, ...made, ...more }
  })
  await tx.sql.insert(event).values(rows)
  const casting = from.casting && adding.every((a) => a.type === "Ballot")
  await tx.sql
    .update(head)
    .set({ height, hash, ballots, casting })
    .where(and(eq(head.universityId, tx.university), eq(head.electionId, from.electionId)))
  return { ...from, height, hash, ballots, casting }
}

/** The text of an event's first record: a ballot, a tally, a partial decryption. */
function firstText(bytes: Uint8Array): string {
  const size = Number.parseInt(Buffer.from(bytes.subarray(124, 135)).toString("latin1"), 8)
  return Buffer.from(bytes.subarray(512, 512 + size)).toString("utf8")
}

/** The records of the events after a height up to another, as they stand in the file. */
export async function recordsBetween(
  tx: Tx,
  electionId: string,
  after: number,
  upTo: number,
): Promise<Uint8Array[]> {
  const rows = await tx.sql
    .select({ bytes: event.bytes })
    .from(event)
    .where(
      and(
        eq(event.universityId, tx.university),
        eq(event.electionId, electionId),
        gt(event.height, after),
        lte(event.height, upTo),
      ),
    )
    .orderBy(asc(event.height))
  return rows.map((r) => r.bytes)
}

/** The texts of the events of one type, in order, with what is known of each. */
export async function textsOf(
  tx: Tx,
  electionId: string,
  type: EventType,
): Promise<{ text: string; owner: number | null }[]> {
  const rows = await tx.sql
    .select({ bytes: event.bytes, owner: event.owner })
    .from(event)
    .where(and(eq(event.universityId, tx.university), eq(event.electionId, electionId), eq(event.type, type)))
    .orderBy(asc(event.height))
  return rows.map((r) => ({ text: firstText(r.bytes), owner: r.owner }))
}

/** Where these ballots stand, if they are in the box; and whether a later one of the same credential replaced each. */
export async function standing(
  tx: Tx,
  electionId: string,
  trackers: readonly string[],
): Promise<Map<string, { height: number; counts: boolean }>> {
  const { rows } = await tx.client.query<{ tracker: string; height: number; counts: boolean }>(
    `select e.tracker, e.height, not exists (
       select from election_event later where later.university_id = $1 and later.election_id = $2
         and later.credential = e.credential and later.height > e.height) as counts
     from election_event e where e.university_id = $1 and e.election_id = $2 and e.tracker = any($3)`,
    [tx.university, electionId, trackers],
  )
  return new Map(rows.map((r) => [r.tracker, r]))
}

/** How many ballots these credentials have in the box. */
export async function castBy(
  tx: Tx,
  electionId: string,
  credentials: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.sql
    .select({ credential: event.credential, n: sql<number>`count(*)::int` })
    .from(event)
    .where(
      and(
        eq(event.universityId, tx.university),
        eq(event.electionId, electionId),
        sql`${event.credential} = any(${sql.param([...credentials])})`,
      ),
    )
    .groupBy(event.credential)
  return new Map(rows.map((r) => [r.credential!, r.n]))
}

interface BoardLine {
  readonly height: number
  readonly type: EventType
  readonly hash: string
  readonly tracker: string | null
  readonly credential: string | null
}

/** The board after a height, at most so many lines. */
export const linesAfter = (tx: Tx, electionId: string, after: number, most: number): Promise<BoardLine[]> =>
  tx.sql
    .select({
      height: event.height,
      type: event.type,
      hash: event.hash,
      tracker: event.tracker,
      credential: event.credential,
    })
    .from(event)
    .where(
      and(eq(event.universityId, tx.university), eq(event.electionId, electionId), gt(event.height, after)),
    )
    .orderBy(asc(event.height))
    .limit(most)
