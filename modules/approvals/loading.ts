import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { kindOf } from "./kinds.ts"
import { type RequestRow, requestById } from "./store.ts"

/** A request with its union: what every verb about one begins with. */
export interface Loaded {
  readonly request: RequestRow
  readonly union: UnionRow
  readonly applicant: string
}

export async function load(ctx: Ctx, id: string, forChange = false): Promise<Result<Loaded, Refusal>> {
  const request = await requestById(ctx.tx, id, forChange)
  const [union] = request ? await unionsOf(ctx.tx, [request.unionId]) : []
  return request && union
    ? ok({ request, union, applicant: request.applicant })
    : refuse("not-found", "没有这项申请")
}

/** Loaded for a verb that changes it: nobody else changes it meanwhile. */
export const loadForChange = (ctx: Ctx, input: { id: string }) => load(ctx, input.id, true)

/** Nothing takes effect before its approval, nor after it was closed. */
export function inEffect({ request }: Loaded): Result<void, Refusal> {
  const { clause } = kindOf(request.kind)
  if (request.closedOn) return refuse("conflict", "这一事项已经办结", { clause })
  return request.status === "passed"
    ? ok(undefined)
    : refuse("against-clause", "还没有通过审核，不能实施", { clause, cure: "等审核通过以后再办" })
}
