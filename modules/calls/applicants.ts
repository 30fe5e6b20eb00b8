import { compareRatio, ratio } from "@qiaoliang/basics"
import type { z } from "zod"
import type { Ctx } from "#kit/server/world.ts"
import { type Sight, sightOf } from "./abilities.ts"
import type { Application } from "./application.ts"
import { applicationsOf } from "./applications.ts"
import type { Call } from "./call.ts"
import type { applicantsInput } from "./contract.ts"
import { fitOf } from "./present.ts"

export type Wanted = Omit<z.output<typeof applicantsInput>, "id" | "page" | "size">

export interface Seen {
  readonly application: Application
  readonly sight: Exclude<Sight, "none">
}

const pinyin = new Intl.Collator("zh-Hans-CN")

/** The applicants of a call that this reader may see, as looked for and in the order wanted. */
export async function applicantsSeen(ctx: Ctx, call: Call, wanted: Wanted): Promise<readonly Seen[]> {
  const seen = (await applicationsOf(ctx.tx, call.id)).flatMap((application) => {
    const sight = sightOf(ctx.actor, call, application)
    return sight === "none" || !matches(application, sight, wanted) ? [] : [{ application, sight }]
  })
  const order = orders[wanted.sort]
  return order ? seen.toSorted((a, b) => order(a, b)) : seen
}

function matches(a: Application, sight: Sight, w: Wanted): boolean {
  if (w.status ? a.status !== w.status : a.status === "withdrawn") return false
  if (w.post && a.postId !== w.post) return false
  // Those who do not see the record cannot sift by it either.
  if (w.verdict && (sight !== "whole" || fitOf(a.conditions) !== w.verdict)) return false
  return !w.text || [a.name, a.faculty, a.className ?? ""].some((s) => s.includes(w.text!))
}

const rankOf = ({ application, sight }: Seen) => {
  const value = sight === "whole" ? application.conditions.find((c) => c.clause === "4.3")?.value : undefined
  const [rank, of] = (value ?? "").split("/").map(Number)
  return rank && of ? ratio(rank, of) : undefined
}

const orders: Record<Wanted["sort"], ((a: Seen, b: Seen) => number) | undefined> = {
  submitted: undefined,
  name: (a, b) => pinyin.compare(a.application.name, b.application.name),
  faculty: (a, b) => pinyin.compare(a.application.faculty, b.application.faculty),
  grade: (a, b) => a.application.grade - b.application.grade,
  rank: (a, b) => {
    const [x, y] = [rankOf(a), rankOf(b)]
    if (!x || !y) return Number(!x) - Number(!y)
    return compareRatio(x, y)
  },
}
