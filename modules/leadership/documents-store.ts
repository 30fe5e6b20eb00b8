import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { AgreedKind } from "#policy/vocabulary.ts"
import type { Force, JointDocument, Version } from "./document.ts"
import { jointDocument, jointForce, jointVersion } from "./schema.ts"

export async function documentsOf(tx: Tx): Promise<readonly JointDocument[]> {
  const { rows } = await tx.client.query<JointDocument>(
    `select id, kind, union_id as "unionId" from joint_document where university_id = $1 order by id desc`,
    [tx.university],
  )
  return rows
}

/** `forChange` locks it: one round at a time. */
export async function documentById(
  tx: Tx,
  id: string,
  forChange = false,
): Promise<JointDocument | undefined> {
  const { rows } = await tx.client.query<JointDocument>(
    `select id, kind, union_id as "unionId" from joint_document
     where university_id = $1 and id = $2${forChange ? " for update" : ""}`,
    [tx.university, id],
  )
  return rows[0]
}

const columns = (words: string) => `v.document_id as "documentId", v.no, v.title, ${words} as words, v.hash,
  v.from_day as "fromDay", v.until_day as "untilDay", v.public, v.repeal, v.course_id as "courseId",
  v.by_name as "byName", v.capacity, v.at,
  case when f.id is null then null
       else json_build_object('id', f.id, 'name', f.name, 'sha256', f.sha256) end as file`

const source = `from joint_version v left join file f on f.university_id = $1 and f.id = v.file_id`

/** The versions of one document, newest first. */
export async function versionsOf(tx: Tx, document: string): Promise<readonly Version[]> {
  const { rows } = await tx.client.query<Version>(
    `select ${columns("v.words")} ${source} where v.university_id = $1 and v.document_id = $2 order by v.no desc`,
    [tx.university, document],
  )
  return rows
}

/** Every version of every document without its words, for lists. */
export async function versionLabels(tx: Tx): Promise<readonly Version[]> {
  const { rows } = await tx.client.query<Version>(
    `select ${columns("''")} ${source} where v.university_id = $1 order by v.document_id, v.no desc`,
    [tx.university],
  )
  return rows
}

export async function forceOf(tx: Tx, document: string | null): Promise<readonly Force[]> {
  const { rows } = await tx.client.query<Force>(
    `select document_id as "documentId", no, valid_from as "validFrom", valid_to as "validTo" from joint_force
     where university_id = $1 and ($2::text is null or document_id = $2)
       and (valid_to is null or valid_to > valid_from)`,
    [tx.university, document],
  )
  return rows
}

export interface InForce extends Version {
  readonly kind: AgreedKind
  readonly unionId: string | null
  readonly since: Day
}

/** What is in force on a day, words included. */
export async function inForceOn(tx: Tx, day: Day): Promise<readonly InForce[]> {
  const { rows } = await tx.client.query<InForce>(
    `select d.kind, d.union_id as "unionId", x.valid_from as since, ${columns("v.words")} ${source}
     join joint_force x on x.university_id = $1 and x.document_id = v.document_id and x.no = v.no
     join joint_document d on d.university_id = $1 and d.id = v.document_id
     where v.university_id = $1 and x.valid_from <= $2 and (x.valid_to is null or x.valid_to > $2)
     order by d.kind desc, x.valid_from, d.id`,
    [tx.university, day],
  )
  return rows
}

/** What is in force on a day for these unions or for all of the university, with no more than the facts need. */
export async function agreedOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<readonly { id: string; title: string; kind: AgreedKind; unionId: string | null; from: Day }[]> {
  const { rows } = await tx.client.query<{
    id: string
    title: string
    kind: AgreedKind
    unionId: string | null
    from: Day
  }>(
    `select d.id, v.title, d.kind, d.union_id as "unionId", x.valid_from as "from"
     from joint_force x
     join joint_version v on v.university_id = $1 and v.document_id = x.document_id and v.no = x.no
     join joint_document d on d.university_id = $1 and d.id = x.document_id
     where x.university_id = $1 and x.valid_from <= $2 and (x.valid_to is null or x.valid_to > $2)
       and (d.union_id is null or d.union_id = any($3))
     order by d.kind desc, x.valid_from, d.id`,
    [tx.university, day, unions],
  )
  return rows
}

export async function insertDocument(tx: Tx, row: JointDocument, change: string): Promise<void> {
  await tx.sql.insert(jointDocument).values({ ...row, universityId: tx.university, openedBy: change })
}

export async function insertVersion(tx: Tx, { file, ...row }: Version): Promise<void> {
  await tx.sql.insert(jointVersion).values({ ...row, fileId: file?.id ?? null, universityId: tx.university })
}

/** From `day` on, this version instead of whatever was or would have been in force. `version` null: nothing. */
export async function putInForce(
  tx: Tx,
  document: string,
  version: { no: number; validTo: Day | null } | null,
  day: Day,
  change: string,
): Promise<void> {
  await tx.client.query(
    `update joint_force set valid_to = greatest(valid_from, $3), closed_by = $4
     where university_id = $1 and document_id = $2 and (valid_to is null or valid_to > $3)`,
    [tx.university, document, day, change],
  )
  if (version)
    await tx.sql.insert(jointForce).values({
      universityId: tx.university,
      documentId: document,
      no: version.no,
      validFrom: day,
      validTo: version.validTo,
      openedBy: change,
      closedBy: null,
    })
}

/** The versions a file belongs to. */
export async function versionsOfFile(
  tx: Tx,
  file: string,
): Promise<readonly { documentId: string; no: number; public: boolean }[]> {
  const { rows } = await tx.client.query<{ documentId: string; no: number; public: boolean }>(
    `select document_id as "documentId", no, public from joint_version where university_id = $1 and file_id = $2`,
    [tx.university, file],
  )
  return rows
}
