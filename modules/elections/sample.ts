import { newUuid } from "@qiaoliang/ballot"
import { newId } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { assembliesOf, inDuty, theAssembly } from "#modules/assembly/index.ts"
import { candidatesOf } from "#modules/selection/index.ts"
import { unionByName } from "#modules/unions/index.ts"
import { blank } from "./actions/arranging.ts"
import { arranged } from "./arrange.ts"
import { electionsIn, insertElection } from "./store.ts"

/**
 * A vote of 文学院's congress under preparation: its presidium where candidates are determined, else the delegates it
 * sends to the school's congress. Once only.
 */
export async function loadSampleElections(ctx: Ctx): Promise<void> {
  const union = await unionByName(ctx.tx, "文学院学生会")
  const [assembly] = union ? await assembliesOf(ctx.tx, [union.id]) : []
  if (!union || !assembly || (await electionsIn(ctx.tx, [assembly.id])).length > 0) return
  const of = await theAssembly(ctx, { assembly: assembly.id })
  if (!of.ok) return
  const determined = await candidatesOf(ctx.tx, union.id, ctx.today)
  const presidium = determined.length > 0
  const candidates = presidium ? determined.map((c) => c.number) : await students(ctx, of.value.team)
  const scrutineers = inDuty(of.value.team, "scrutineer").slice(0, 3)
  const tellers = inDuty(of.value.team, "teller").slice(0, 2)
  const electronic = scrutineers.length >= 2
  const made = await arranged(ctx, of.value, {
    title: presidium ? "选举第八届主席团成员" : "选举出席学校学生代表大会代表",
    office: presidium ? "presidium" : "other",
    post: "出席学校学生代表大会代表",
    seats: presidium ? Math.min(3, candidates.length) : 3,
    candidates,
    method: electronic ? "electronic" : "paper",
    tie: "second-round",
    group: "Ed25519",
    trust: { kind: "threshold", threshold: 2 },
    trustees: scrutineers.map((s) => s.number),
    tellers: tellers.length === 2 ? tellers.map((t) => t.number) : [],
  })
  if (!made.ok) return
  const id = newId(ctx.now.getTime())
  await insertElection(ctx.tx, {
    ...blank,
    ...made.value,
    id,
    assemblyId: assembly.id,
    unionId: union.id,
    uuid: newUuid(),
    series: id,
    previous: null,
    round: 1,
  })
}

/** Four students of the faculty who do nothing else in the assembly. */
async function students(ctx: Ctx, team: readonly { number: string }[]): Promise<string[]> {
  const { rows } = await ctx.tx.client.query<{ number: string }>(
    `select number from student where university_id = $1 and valid_to is null and level = 'undergraduate'
       and faculty = '文学院' and number <> all($2) order by md5(number) desc limit 4`,
    [ctx.tx.university, team.map((a) => a.number)],
  )
  return rows.map((r) => r.number)
}
