import { by, type Procedure, procedure, step } from "@qiaoliang/procedure"
import { type Clock, usualClock } from "#policy/practice/needs.ts"

/** Who signs for an office: its head; of the administration the Opinions name a deputy only; of a union its presidium. */
const leads = (office: string): string =>
  office === "administration" ? "deputy" : office === "union" ? "presidium" : "head"

const atLeast = (days: number): number => Math.max(1, days)

/**
 * 1.4: the office takes the need over, answers, its head approves, and it is solved. Answer and approval together have
 * the days of the clock's answer, and what remains until it is solved begins with the answer.
 */
export const handlingBy = (office: string, clock: Clock): Procedure =>
  procedure("needs.handling", "1.4", "诉求办理", [
    step("accepted", by(office), "承办单位受理", { days: atLeast(clock.acknowledge) }),
    step("answered", by(office), "承办单位提出答复", { days: atLeast(clock.answer - 1) }),
    step("approved", by(office, leads(office)), "承办单位负责人审签答复", { days: 1 }),
    step("solved", by(office, leads(office)), "承办单位办结", { days: atLeast(clock.solve - clock.answer) }),
  ])

/** As it stands with the usual clock: 学工部 as an example of the office. */
export const handling = handlingBy("student-affairs", usualClock)
