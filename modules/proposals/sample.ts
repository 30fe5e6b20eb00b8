import { newId, unwrap } from "@qiaoliang/basics"
import type { z } from "zod"
import type { Contract } from "#kit/contract.ts"
import type { Actor } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { assembliesOf, insertAppointments, teamOf } from "#modules/assembly/index.ts"
import { type Delegate, delegatesOf } from "#modules/delegates/index.ts"
import { capacitiesOf, holdersAt, officeAt } from "#modules/offices/index.ts"
import { unionByName } from "#modules/unions/index.ts"
import { proposalPractice, usualCategories } from "#policy/practice/proposals.ts"
import * as contract from "./contract.ts"
import { texts } from "./sample-texts.ts"
import { rulesOf } from "./store.ts"

interface Person {
  readonly number: string
  readonly name: string
}

type Does = <C extends Contract>(
  who: Person,
  of: C,
  input: z.input<C["input"]>,
) => Promise<z.output<C["output"]>>

/** Does a verb as somebody at the sample university would, a minute after the one before. */
function doing(ctx: Ctx): Does {
  let minute = 0
  return async (who, of, input) => {
    const actor: Actor = {
      account: "sample",
      ...who,
      admin: false,
      capacities: await capacitiesOf(ctx.tx, who.number, ctx.today),
    }
    const now = new Date(new Date(`${ctx.today}T08:00:00+08:00`).getTime() + 60_000 * minute++)
    const at: Ctx = { ...ctx, actor, now, change: newId(now.getTime()) }
    const served = ctx.world.modules.flatMap((m) => m.served).find((s) => s.contract === of)!
    const parsed = of.input.parse(input)
    const loaded = served.load ? unwrap(await served.load(at, parsed)) : undefined
    const permission = served.may(actor, loaded, parsed)
    if ("refusal" in permission) throw new Error(`${of.name}: ${permission.refusal.because}`)
    return unwrap(await served.run(at, parsed, loaded))
  }
}

/** Proposals in different states at the faculty's congress under preparation. Once only. */
export async function loadSampleProposals(ctx: Ctx): Promise<void> {
  const union = await unionByName(ctx.tx, "文学院学生会")
  const [assembly] = union ? await assembliesOf(ctx.tx, [union.id]) : []
  if (!assembly || (await rulesOf(ctx.tx, assembly.id))) return
  const delegates = (await delegatesOf(ctx.tx, assembly.id)).filter((d) => d.voting)
  if (delegates.length < 8) return
  const committee = await namedCommittee(ctx, assembly.id, delegates)
  const does = doing(ctx)
  await does(committee, contract.settle, {
    assembly: assembly.id,
    opensOn: "2025-11-03",
    closesOn: "2025-11-21",
    jointLeast: proposalPractice.joint.least,
    answerDays: proposalPractice.answer.days,
    categories: [...usualCategories],
  })
  const others = delegates.filter((d) => d.number !== committee.number)
  const handedIn = await handIn(does, assembly.id, others)
  await reviewed(ctx, does, committee, handedIn)
}

/** Whoever serves on the committee, or the last of the delegates, named to it. */
async function namedCommittee(ctx: Ctx, assemblyId: string, delegates: readonly Delegate[]): Promise<Person> {
  const serving = (await teamOf(ctx.tx, assemblyId)).find((a) => a.duty === "proposals")
  if (serving) return { number: serving.number, name: serving.name }
  const { number, name } = delegates.at(-1)!
  await insertAppointments(
    ctx.tx,
    [
      {
        id: newId(ctx.now.getTime()),
        assemblyId,
        number,
        name,
        duty: "proposals",
        lead: true,
        basis: "筹备委员会第一次会议确定",
        from: ctx.today,
        to: null,
      },
    ],
    ctx.change,
  )
  return { number, name }
}

interface HandedIn {
  readonly id: string
  readonly author: Person
}

async function handIn(does: Does, assembly: string, delegates: readonly Delegate[]): Promise<HandedIn[]> {
  const all: HandedIn[] = []
  for (const [i, words] of texts.entries()) {
    const author = delegates[i % delegates.length]!
    const joined = i === 2 ? delegates.slice(5, 7) : []
    const { id } = await does(author, contract.save, {
      assembly,
      ...words,
      kind: joined.length > 0 ? "joint" : "individual",
      signers: joined.map((d) => d.number),
      named: i % 2 === 0,
    })
    for (const d of joined) await does(d, contract.sign, { id, accept: true, named: true })
    // The last one is still being written.
    if (i < texts.length - 1) await does(author, contract.submit, { id })
    all.push({ id, author })
  }
  return all
}

async function reviewed(ctx: Ctx, does: Does, committee: Person, all: readonly HandedIn[]): Promise<void> {
  const [library, lights, canteen, sameLights, personal, waiting] = all as [
    HandedIn,
    HandedIn,
    HandedIn,
    HandedIn,
    HandedIn,
    HandedIn,
  ]
  await does(committee, contract.merge, { into: lights.id, ids: [sameLights.id] })
  await does(committee, contract.decide, {
    ids: [personal.id],
    decision: "declined",
    because: "属于个人事项，已转辅导员当面答复",
  })
  await does(committee, contract.giveBack, {
    id: waiting.id,
    because: "一件提案只写一件事，请把两个问题分成两件",
  })
  const party = await officeAt(ctx.tx, ctx.university, { kind: "faculty-party", scope: "文学院" })
  const league = await officeAt(ctx.tx, ctx.university, { kind: "faculty-league", scope: "文学院" })
  const head = party ? (await holdersAt(ctx.tx, "faculty-party", party.scopeId, ctx.today))[0] : undefined
  if (!head || !league) return
  await does(committee, contract.decide, {
    ids: [library.id, lights.id],
    decision: "filed",
    office: "faculty-party",
    unit: "学院办公室",
  })
  await does(committee, contract.decide, {
    ids: [canteen.id],
    decision: "suggestion",
    because: "已由学校后勤部门统一安排，转交参考",
  })
  await does({ number: head.number, name: "梁书怀" }, contract.answer, {
    id: library.id,
    outcome: "B",
    text: "学院资料室从下周起延长开放到22时，周末开放时间正在协调值班人员，预计本学期内落实。",
  })
}
