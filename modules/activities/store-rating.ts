import { randomUUID } from "node:crypto"
import type { Tx } from "#kit/server/db.ts"

/** Puts a rating into the sums. False where this student has rated before. */
export async function addRating(
  tx: Tx,
  of: { activityId: string; number: string; stars: number; words: string | null },
): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    "insert into activity_rated (university_id, activity_id, number) values ($1, $2, $3) on conflict do nothing",
    [tx.university, of.activityId, of.number],
  )
  if (rowCount !== 1) return false
  await tx.client.query(
    `insert into activity_rating (university_id, activity_id, stars, people) values ($1, $2, $3, 1)
     on conflict (university_id, activity_id, stars) do update set people = activity_rating.people + 1`,
    [tx.university, of.activityId, of.stars],
  )
  if (of.words)
    await tx.client.query(
      "insert into activity_remark (university_id, activity_id, id, words) values ($1, $2, $3, $4)",
      [tx.university, of.activityId, randomUUID(), of.words],
    )
  return true
}

export interface Rating {
  readonly people: number
  /** How many gave 1, 2, 3, 4, 5. */
  readonly stars: readonly number[]
}

export async function ratingOf(tx: Tx, activityId: string): Promise<Rating> {
  const { rows } = await tx.client.query<{ stars: number; people: number }>(
    "select stars, people from activity_rating where university_id = $1 and activity_id = $2",
    [tx.university, activityId],
  )
  const stars = [1, 2, 3, 4, 5].map((n) => rows.find((r) => r.stars === n)?.people ?? 0)
  return { stars, people: stars.reduce((n, s) => n + s, 0) }
}

/** In an order that tells nothing of when they were written. */
export async function remarksOf(tx: Tx, activityId: string): Promise<string[]> {
  const { rows } = await tx.client.query<{ words: string }>(
    "select words from activity_remark where university_id = $1 and activity_id = $2 order by id",
    [tx.university, activityId],
  )
  return rows.map((r) => r.words)
}

/** Which of these activities a student has rated. */
export async function ratedBy(
  tx: Tx,
  number: string,
  activities: readonly string[],
): Promise<ReadonlySet<string>> {
  if (activities.length === 0 || number === "") return new Set()
  const { rows } = await tx.client.query<{ id: string }>(
    `select activity_id as id from activity_rated
     where university_id = $1 and number = $2 and activity_id = any($3)`,
    [tx.university, number, activities],
  )
  return new Set(rows.map((r) => r.id))
}
