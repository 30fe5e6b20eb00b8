import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"

export interface SentFile {
  readonly id: string
  readonly name: string
  readonly sha256: string
}

/** A file the person acting has sent: nobody attaches, and thereby opens, what somebody else sent. */
export async function ownFile(ctx: Ctx, id: string): Promise<Result<SentFile, Refusal>> {
  const { rows } = await ctx.tx.client.query<SentFile>(
    "select id, name, sha256 from file where university_id = $1 and id = $2 and uploaded_by = $3",
    [ctx.tx.university, id, ctx.actor.account],
  )
  return rows[0] ? ok(rows[0]) : refuse("not-found", "没有这个文件", { at: "file", cure: "重新选择文件" })
}
