import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { candidatesOf } from "#modules/selection/index.ts"
import { mayStaff } from "../abilities.ts"
import { appoint as contract, dismiss as contractOfDismiss } from "../contract.ts"
import { faultIn } from "../fitness.ts"
import { type OfAssembly, theAssemblyHeld } from "../load.ts"
import { type Known, peopleKnown } from "../people.ts"
import { record } from "../recording.ts"
import { endAppointments, insertAppointments } from "../store.ts"
import { type Appointment, dutyNames } from "../team.ts"

const standing = ({ assembly }: OfAssembly): Result<void, Refusal> =>
  assembly.state === "closed" || assembly.state === "cancelled"
    ? refuse("conflict", "大会已经结束或取消，不能再安排人员")
    : ok(undefined)

export const appoint = action(contract, {
  load: theAssemblyHeld,
  may: mayStaff,
  run: async (ctx, { duty, lead, people, basis }, of) => {
    const may = standing(of)
    if (!may.ok) return may
    if (lead && people.length > 1)
      return refuse("invalid", `${dutyNames[duty].lead}只有一人`, { at: "people" })
    const known = await named(ctx, of, people)
    if (!known.ok) return known
    const candidates = await candidatesOf(ctx.tx, of.union.id, ctx.today)
    const numbers = new Set(candidates.map((c) => c.number))
    let team = of.team
    const rows: Appointment[] = []
    for (const person of known.value) {
      const already = team.find((a) => a.duty === duty && a.number === person.number)
      if (already && already.lead === lead)
        return refuse(
          "conflict",
          `${person.name}已经是${lead ? dutyNames[duty].lead : dutyNames[duty].body}成员`,
          {
            at: "people",
          },
        )
      const fault = faultIn({ duty, lead, person, team, candidate: numbers.has(person.number) })
      if (fault) return { ok: false, error: fault }
      // A member who comes to head the body, or no longer does, goes on in one post.
      if (already) await endAppointments(ctx.tx, [already.id], ctx.today, ctx.change)
      const row: Appointment = {
        id: newId(),
        assemblyId: of.assembly.id,
        number: person.number,
        name: person.name,
        duty,
        lead,
        basis,
        from: ctx.today,
        to: null,
      }
      rows.push(row)
      team = [...team.filter((a) => a !== already), row]
    }
    await insertAppointments(ctx.tx, rows, ctx.change)
    await record(ctx, of.assembly.id, { kind: "appointed", duty, lead, people: rows.map((r) => r.id), basis })
    ctx.note({ assembly: of.assembly.id, duty, people: rows.length })
    return ok({})
  },
})

async function named(
  ctx: Ctx,
  { union }: OfAssembly,
  numbers: readonly string[],
): Promise<Result<Known[], Refusal>> {
  const known = await peopleKnown(ctx, union, numbers)
  const out: Known[] = []
  for (const number of new Set(numbers)) {
    const person = known.get(number)
    if (!person)
      return refuse("invalid", `名册和党团组织中没有${number}`, { at: "people", cure: "核对学号或工号" })
    out.push(person)
  }
  return ok(out)
}

export const dismiss = action(contractOfDismiss, {
  load: theAssemblyHeld,
  may: mayStaff,
  run: async (ctx, { appointment, because }, of) => {
    const may = standing(of)
    if (!may.ok) return may
    const row = of.team.find((a) => a.id === appointment)
    if (!row) return refuse("not-found", "没有这项安排，可能已经免去", { at: "appointment" })
    await endAppointments(ctx.tx, [row.id], ctx.today, ctx.change)
    await record(ctx, of.assembly.id, { kind: "dismissed", duty: row.duty, people: [row.id], because })
    return ok({})
  },
})
