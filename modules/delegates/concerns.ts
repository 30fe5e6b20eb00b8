import type { Concern } from "#kit/server/concern.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Assembly, assembliesOf } from "#modules/assembly/index.ts"
import { outside } from "#modules/calls/index.ts"
import { studentOn } from "#modules/people/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { delegatesNear, type Seat } from "./store.ts"

/** Who speaks for a student at an assembly called or sitting: of the class, else of the faculty; or the student. */
export async function concerns(ctx: Ctx): Promise<readonly Concern[]> {
  const student = await studentOn(ctx.tx, ctx.actor.number, ctx.today)
  if (!student) return []
  const coming = (await assembliesOf(ctx.tx)).filter((a) => a.state === "convened" || a.state === "open")
  if (coming.length === 0) return []
  const unions = await unionsOf(ctx.tx)
  const near = await delegatesNear(
    ctx.tx,
    coming.map((a) => a.id),
    student,
  )
  const out: Concern[] = []
  for (const a of coming) {
    const seats = near.filter((d) => d.assemblyId === a.id)
    const own = seats.find((d) => d.number === student.number)
    if (own) out.push(ownSeat(a, own))
    const union = unions.find((u) => u.id === a.unionId)
    if (!union || outside({ ...union, unionName: union.name }, student, unions)) continue
    const voting = seats.filter((d) => d.voting && d !== own)
    const mates = voting.filter((d) => student.className !== null && d.className === student.className)
    const line = mates.length > 0 ? ofClass(a, mates) : ofFaculty(a, voting)
    if (line) out.push(line)
  }
  return out
}

const at = (a: Assembly) => `${a.name}，${Number(a.day.slice(5, 7))}月${Number(a.day.slice(8))}日`

const ownSeat = (a: Assembly, own: Seat): Concern => ({
  heading: "delegate",
  title: own.voting ? "我是正式代表" : "我是列席代表",
  href: `/congress/${a.id}`,
  note: at(a),
  state: "news",
})

const ofClass = (a: Assembly, mates: readonly Seat[]): Concern => ({
  heading: "delegate",
  title: `我班代表：${mates.map((d) => d.name).join("、")}`,
  href: `/congress/${a.id}`,
  note: at(a),
})

/** A class too small for a seat of its own is spoken for by those of its faculty. */
function ofFaculty(a: Assembly, seats: readonly Seat[]): Concern | undefined {
  const [first] = seats
  if (!first) return undefined
  const named = seats.slice(0, 3).map((d) => d.name)
  return {
    heading: "delegate",
    title: `我院代表：${named.join("、")}${seats.length > 3 ? `等${seats.length}人` : ""}`,
    href: `/congress/${a.id}`,
    note: at(a),
  }
}
