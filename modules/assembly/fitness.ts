import type { Refusal } from "@qiaoliang/basics"
import type { Known } from "./people.ts"
import { type Duty, dutyNames, type Team } from "./team.ts"

/** Duties of the count and of who may vote: each held by people who hold none of the others. */
const apart: readonly Duty[] = ["credentials", "scrutineer", "teller"]

/** Scrutineers and tellers come from the delegates: students, never their teachers. */
const ofStudents: readonly Duty[] = ["scrutineer", "teller"]

interface Wanted {
  readonly duty: Duty
  readonly lead: boolean
  readonly person: Pick<Known, "number" | "name" | "student" | "leagueCadre">
  /** Who serves already. */
  readonly team: Team
  /** Whether the person is a candidate of the union. */
  readonly candidate: boolean
}

const against = (because: string, cure: string): Refusal => ({
  code: "against-clause",
  because,
  clause: "6.6a",
  cure,
  at: "people",
})

/** Why somebody cannot be given a duty; undefined: nothing stands against it. */
export function faultIn({ duty, lead, person, team, candidate }: Wanted): Refusal | undefined {
  const { body, lead: head } = dutyNames[duty]
  if (lead && team.some((a) => a.duty === duty && a.lead && a.number !== person.number))
    return { code: "conflict", because: `已经有${head}`, at: "lead", cure: `先免去现任${head}` }
  if (duty === "preparatory" && lead && !person.leagueCadre)
    return {
      code: "against-clause",
      because: `${person.name}不是同级团组织的专职团干部`,
      clause: "10.1",
      at: "people",
      cure: "《高校学生代表大会工作规则》：秘书长由团委专职干部担任，请改选，或先在“组织与任职”中登记其职务",
    }
  if (candidate && (apart.includes(duty) || (duty === "presiding" && lead)))
    return against(
      `${person.name}是候选人，不能担任${duty === "presiding" ? head : body}`,
      "改由不是候选人的同学担任",
    )
  if (ofStudents.includes(duty) && !person.student)
    return against(`${body}从代表中产生，${person.name}不在学生名册上`, "改由学生代表担任")
  const other = apart.includes(duty)
    ? team.find((a) => a.number === person.number && a.duty !== duty && apart.includes(a.duty))
    : undefined
  if (other)
    return against(
      `${person.name}已是${dutyNames[other.duty].body}成员，不能兼任${body}`,
      "资格审查、监票、计票由不同的人担任",
    )
  return undefined
}
