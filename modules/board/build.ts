import type { TestWorld } from "#kit/server/test-world.ts"
import type { University } from "#kit/server/world.ts"
import { nobody } from "#kit/server/world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { handlingModule } from "#modules/handling/index.ts"
import { type Need, needs } from "#modules/needs/index.ts"
import { raise } from "../needs/build.ts"
import { addUnion, hold } from "../offices/build.ts"
import { boardModule, briefingKind } from "./index.ts"

/** A school union's needs on the board, with the rooms they come from. */
export async function onBoard() {
  const w = await testWorld({
    modules: [coursesModule([briefingKind]), needs, handlingModule, boardModule],
  })
  const union = await addUnion(w, {
    name: "桥梁大学学生会",
    posts: [
      { number: "P1", kind: "presidium", title: "主席团成员" },
      { number: "P2", kind: "presidium", title: "主席团成员" },
      { number: "H1", kind: "head", title: "部长" },
    ],
  })
  await hold(w, { kind: "school-league", number: "L1", post: "deputy-secretary", designated: true })
  await hold(w, { kind: "student-affairs", number: "A1" })
  return { w, union }
}

let next = 202300000000

/** A need of somebody who raised nothing before, with so many others who have it too. */
export function raised(
  w: TestWorld,
  unionId: string,
  wanted: Partial<Parameters<typeof raise>[1]> & { readonly more?: number } = {},
): Promise<Need> {
  const { more = 0, ...rest } = wanted
  const number = `${next++}`
  const voices = Array.from({ length: more }, () => `${next++}`)
  return raise(w, { unionId, number, voices, ...rest })
}

interface Handled {
  readonly open?: boolean
  readonly state?: "sorting" | "sent" | "accepted" | "answered" | "done" | "declined"
  readonly officeName?: string | null
  readonly sentOn?: string | null
  readonly acceptedOn?: string | null
  readonly answeredOn?: string | null
  readonly solvedOn?: string | null
  readonly due?: string | null
  readonly wasLate?: boolean
  readonly outcome?: "A" | "B" | "C" | "D" | null
  readonly answer?: string | null
  readonly because?: string
  readonly round?: number
  /** Whether it is solved, as each of them says. */
  readonly ratings?: readonly boolean[]
  /** Raised on another day than today. */
  readonly raisedOn?: string
}

const columns: Readonly<Record<string, string>> = {
  open: "open",
  state: "state",
  officeName: "office_name",
  sentOn: "sent_on",
  acceptedOn: "accepted_on",
  answeredOn: "answered_on",
  solvedOn: "solved_on",
  due: "due",
  wasLate: "was_late",
  outcome: "outcome",
  answer: "answer",
  because: "because",
  round: "round",
}

/** What became of it, as if the desk and the office had done it; told as they tell it. */
export function handled(w: TestWorld, need: Need, as: Handled, at: University = w.university): Promise<void> {
  return w.world.within(at, nobody, async (ctx) => {
    const { ratings = [], raisedOn, ...row } = as
    for (const [key, value] of Object.entries(row))
      await ctx.tx.client.query(
        `update handling set ${columns[key]} = $3 where university_id = $1 and need_id = $2`,
        [at.id, need.id, value],
      )
    if (raisedOn)
      await ctx.tx.client.query("update need set raised_on = $3 where university_id = $1 and id = $2", [
        at.id,
        need.id,
        raisedOn,
      ])
    for (const [i, solved] of ratings.entries())
      await ctx.tx.client.query(
        `insert into handling_rating (university_id, need_id, round, tag, solved, stars, words, on_day)
         values ($1, $2, $3, $4, $5, 4, '', $6)`,
        [at.id, need.id, as.round ?? 1, `t${i}`, solved, ctx.today],
      )
    await ctx.emit("handling.changed", { needs: [need.id] })
  })
}
