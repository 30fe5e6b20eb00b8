import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Attached } from "./notice.ts"

/** Files a person sent, or that were part of it before; nobody attaches what another sent. */
export async function attachedOf(
  tx: Tx,
  ids: readonly string[],
  by: string,
  known: readonly Attached[],
): Promise<Result<readonly Attached[], Refusal>> {
  const { rows } = await tx.client.query<Attached>(
    "select id, name, sha256 from file where university_id = $1 and id = any($2) and uploaded_by = $3",
    [tx.university, ids, by],
  )
  const found = new Map([...rows, ...known].map(({ id, name, sha256 }) => [id, { id, name, sha256 }]))
  const files = [...new Set(ids)].map((id) => found.get(id))
  return files.every((f) => f !== undefined)
    ? ok(files)
    : refuse("not-found", "附件不存在，请重新上传", { at: "files" })
}
