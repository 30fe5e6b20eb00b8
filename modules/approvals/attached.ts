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

/** Whether a file is part of a request, of whatever version, receipt or summary. */
export async function isAttached(tx: Tx, request: string, file: string): Promise<boolean> {
  const { rows } = await tx.client.query(
    `select from request_version where university_id = $1 and request_id = $2 and files @> $4::jsonb
     union all select from request_summary where university_id = $1 and request_id = $2 and files @> $4::jsonb
     union all select from request_spending where university_id = $1 and request_id = $2 and file_id = $3 limit 1`,
    [tx.university, request, file, JSON.stringify([{ id: file }])],
  )
  return rows.length > 0
}
