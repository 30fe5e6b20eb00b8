import { newId, type Refusal, type Result, unwrap } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import type { Served } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { assembliesOf, inDuty, theAssembly } from "#modules/assembly/index.ts"
import { capacitiesOf, seat as hold, officeAt, usualTitle } from "#modules/offices/index.ts"
import { candidatesFor } from "#modules/seats/index.ts"
import { openPosts, unionByName } from "#modules/unions/index.ts"
import { beginLists } from "./actions/begin.ts"
import { elect } from "./actions/elect.ts"
import { seatExOfficio } from "./actions/outside.ts"
import { recommend } from "./actions/recommend.ts"
import { adoptedOf } from "./adopted.ts"
import { type ListRow, listsOfAssembly, nomineesOf } from "./lists.ts"
import { classmates, type Enrolled } from "./register.ts"

interface Person {
  readonly number: string
  readonly name: string
}

/** As somebody did it at an hour of the sample's day. */
async function as(ctx: Ctx, who: Person, hour: string): Promise<Ctx> {
  const now = new Date(`${ctx.today}T${hour}:00+08:00`)
  const capacities = await capacitiesOf(ctx.tx, who.number, ctx.today)
  const actor: Actor = { account: "sample", number: who.number, name: who.name, admin: false, capacities }
  return { ...ctx, actor, now, change: newId(now.getTime()) }
}

async function act(ctx: Ctx, served: Served, input: object): Promise<void> {
  const parsed = served.contract.input.parse(input)
  const loaded = served.load ? unwrap(await served.load(ctx, parsed)) : undefined
  const permission = served.may(ctx.actor, loaded, parsed)
  if ("refusal" in permission) throw new Error(`${served.contract.name}: ${permission.refusal.because}`)
  unwrap((await served.run(ctx, parsed, loaded)) as Result<unknown, Refusal>)
}

/** Of 文学院's congress two thirds of the classes have recommended, half of these are elected; the presidium is seated. Once only. */
export async function loadSampleDelegates(ctx: Ctx): Promise<void> {
  const union = await unionByName(ctx.tx, "文学院学生会")
  const assembly = union && (await assembliesOf(ctx.tx, [union.id])).find((a) => a.kind === "congress")
  const allocation = assembly && (await adoptedOf(ctx.tx, assembly.id))
  if (!union || !assembly || !allocation || (await listsOfAssembly(ctx.tx, assembly.id)).length > 0) return
  const of = unwrap(await theAssembly(ctx, { assembly: assembly.id }))
  const secretary = inDuty(of.team, "preparatory").find((a) => a.lead)
  const chair = (await openPosts(ctx.tx, union.id)).find((p) => p.kind === "presidium" && p.number)
  if (!secretary || !chair?.number) return
  const chairing = { number: chair.number, name: chair.name }
  const begins = await as(ctx, secretary, "11:00")
  unwrap(await beginLists(begins, of, allocation))
  await act(begins, seatExOfficio, { assembly: assembly.id })
  const lists = (await listsOfAssembly(ctx.tx, assembly.id)).filter((l) => l.unit === "class")
  const recommending = lists.slice(Math.floor(lists.length / 3))
  for (const [i, list] of recommending.entries()) {
    const mates = (await classmates(ctx.tx, list.faculty ?? "", list.className ?? "", ctx.today)).filter(
      (m) => m.number !== chairing.number,
    )
    if (mates.length <= candidatesFor(list.seats)) continue
    await recommends(ctx, list, mates)
    if (i < recommending.length / 2) await elects(ctx, list, chairing)
  }
}

/** The last of the class by number is its branch's secretary, and keeps the record. */
async function recommends(ctx: Ctx, list: ListRow, mates: readonly Enrolled[]): Promise<void> {
  const secretary = mates.at(-1)!
  const office = await officeAt(ctx.tx, ctx.university, {
    kind: "class-branch",
    scope: list.className ?? "",
    faculty: list.faculty ?? undefined,
  })
  if (!office) return
  await hold(ctx.tx, {
    office,
    number: secretary.number,
    name: secretary.name,
    post: "head",
    title: usualTitle("class-branch", "head"),
    unionId: null,
    designated: false,
    fullTime: null,
    basis: "set-up",
    source: "示例数据",
    validFrom: "2025-09-01",
    validTo: null,
    change: newId(),
  })
  const people = mates.length + 1
  const present = people - Math.floor(people / 8)
  const named = mates.filter((_, i) => i % 3 === 1).slice(0, candidatesFor(list.seats))
  await act(await as(ctx, secretary, "14:00"), recommend, {
    list: list.id,
    className: list.className,
    heldOn: ctx.today,
    people,
    present,
    nominees: named.map((n, i) => ({ number: n.number, votes: present - 1 - 3 * i })),
  })
}

/** Thirty of the union at its meeting; every candidate but the last above half. */
async function elects(ctx: Ctx, list: ListRow, chair: Person): Promise<void> {
  const nominees = await nomineesOf(ctx.tx, [list.id])
  const present = 29
  const spare = present * list.seats
  const votes = nominees.map((_, i) => (i < list.seats ? present - 2 - i : 0))
  const left = spare - votes.reduce((a, b) => a + b, 0)
  await act(await as(ctx, chair, "16:00"), elect, {
    list: list.id,
    heldOn: ctx.today,
    due: 31,
    present,
    votes: nominees.map((n, i) => ({ nominee: n.id, votes: i < list.seats ? votes[i]! : Math.min(left, 4) })),
  })
}
