import type { Day } from "@qiaoliang/basics"
import type { z } from "zod"
import type { Actor } from "#kit/server/actor.ts"
import { dutyShape } from "./contract.ts"

export const duties = dutyShape.options
export type Duty = z.infer<typeof dutyShape>

/** As practice names them; `lead` is whoever heads the body. */
export const dutyNames: Readonly<Record<Duty, { readonly body: string; readonly lead: string }>> = {
  preparatory: { body: "筹备委员会", lead: "秘书长" },
  presiding: { body: "大会主席团", lead: "执行主席" },
  credentials: { body: "代表资格审查委员会", lead: "主任" },
  scrutineer: { body: "监票人", lead: "总监票人" },
  teller: { body: "计票人", lead: "总计票人" },
  proposals: { body: "提案工作委员会", lead: "主任" },
  steward: { body: "会务工作人员", lead: "负责人" },
}

export interface Appointment {
  readonly id: string
  readonly assemblyId: string
  readonly number: string
  readonly name: string
  readonly duty: Duty
  readonly lead: boolean
  /** Who decided it, and when: 预备会议通过. */
  readonly basis: string
  readonly from: Day
  readonly to: Day | null
}

export type Team = readonly Appointment[]

/** The appointment under which the actor serves in one of the duties; `lead` where only its head will do. */
export const servesAs = (
  team: Team,
  actor: Pick<Actor, "number">,
  wanted: readonly Duty[],
  lead = false,
): Appointment | undefined =>
  actor.number === ""
    ? undefined
    : team.find((a) => a.number === actor.number && wanted.includes(a.duty) && (!lead || a.lead))

export const inDuty = (team: Team, duty: Duty): Team => team.filter((a) => a.duty === duty)
