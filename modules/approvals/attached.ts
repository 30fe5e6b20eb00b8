import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Attached } from "./request.ts"

/** Files a person sent, or that were attached before, as part of a document; another's file cannot be taken. */
export async function attachedOf(
  tx: Tx,
  ids: readonly string[],
  by: string,
  known: readonly Attached[] = [],
): Promise<Result<readonly Attached[], Refusal>> {
  const before = new Map(known.map((f) => [f.id, f]))
  const { rows } = await tx.client.query<Attached & { by: string | null }>(
    `select id, name, sha256, uploaded_by as by from file where university_id = $1 and id = any($2)`,
    [tx.university, ids.filter((id) => !before.has(id))],
  )
  const sent = new Map(rows.filter((r) => r.by === by).map((r) => [r.id, r]))
  const out: Attached[] = []
  for (const id of new Set(ids)) {
    const file = before.get(id) ?? sent.get(id)
    if (!file) return refuse("not-found", "附件不存在，请重新上传", { at: "files" })
    out.push({ id: file.id, name: file.name, sha256: file.sha256 })
  }
  return ok(out)
}

/** The requests a file is part of, of whatever version, receipt or summary. */
export async function requestsOfFile(tx: Tx, file: string): Promise<string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select request_id as id from request_version where university_id = $1 and files @> $3::jsonb
     union select request_id from request_summary where university_id = $1 and files @> $3::jsonb
     union select request_id from request_spending where university_id = $1 and file_id = $2`,
    [tx.university, file, JSON.stringify([{ id: file }])],
  )
  return rows.map((r) => r.id)
}
