import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { RobotKind } from "./robot-address.ts"

export interface Robot {
  readonly id: string
  readonly ownerId: string
  readonly ownerName: string
  readonly office: string
  readonly place: string
  readonly kind: RobotKind
  readonly url: string
  readonly secret: string | null
  readonly on: boolean
  readonly byName: string
  readonly lastSent: Date | null
  readonly lastError: string | null
  readonly lastDigest: Day | null
}

const columns = `id, owner_id as "ownerId", owner_name as "ownerName", office, place, kind, url, secret, turned_on as "on",
  by_name as "byName", last_sent as "lastSent", last_error as "lastError", last_digest as "lastDigest"`

const read = async (tx: Tx, where: string, ...values: unknown[]): Promise<readonly Robot[]> => {
  const { rows } = await tx.client.query<Robot>(
    `select ${columns} from robot where university_id = $1 and ${where} order by id`,
    [tx.university, ...values],
  )
  return rows
}

export const robotById = async (tx: Tx, id: string): Promise<Robot | undefined> =>
  (await read(tx, "id = $2", id))[0]

export const robotsOf = (tx: Tx, owners: readonly string[]) => read(tx, "owner_id = any($2)", owners)

export const robotsOn = (tx: Tx) => read(tx, "turned_on")

export async function insertRobot(
  tx: Tx,
  r: Omit<Robot, "on" | "lastSent" | "lastError" | "lastDigest">,
  at: Date,
): Promise<void> {
  await tx.client.query(
    `insert into robot (university_id, id, owner_id, owner_name, office, place, kind, url, secret, by_name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [tx.university, r.id, r.ownerId, r.ownerName, r.office, r.place, r.kind, r.url, r.secret, r.byName, at],
  )
}

const change = async (tx: Tx, id: string, set: string, ...values: unknown[]): Promise<void> => {
  await tx.client.query(`update robot set ${set} where university_id = $1 and id = $2`, [
    tx.university,
    id,
    ...values,
  ])
}

export const setRobotOn = (tx: Tx, id: string, on: boolean) => change(tx, id, "turned_on = $3", on)

export const robotSent = (tx: Tx, id: string, at: Date) =>
  change(tx, id, "last_sent = $3, last_error = null", at)

export const robotFailed = (tx: Tx, id: string, error: string) =>
  change(tx, id, "last_error = $3", error.slice(0, 300))

export const robotDigested = (tx: Tx, id: string, on: Day) => change(tx, id, "last_digest = $3", on)

export async function deleteRobot(tx: Tx, id: string): Promise<void> {
  await tx.client.query("delete from robot where university_id = $1 and id = $2", [tx.university, id])
}
