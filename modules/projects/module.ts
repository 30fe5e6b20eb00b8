import type { Module } from "#kit/server/module.ts"
import { check, correct, mark } from "./actions/attendance.ts"
import { close, recruit, run } from "./actions/life.ts"
import { reached, spend } from "./actions/money.ts"
import { draft, edit, guide, link } from "./actions/plan.ts"
import { addShift, dropShift, rota } from "./actions/shifts.ts"
import { signUp, takeShift, withdraw } from "./actions/volunteering.ts"
import { decide } from "./actions/volunteers.ts"
import { certificate } from "./queries/certificate.ts"
import { code } from "./queries/code.ts"
import { ground, list, one } from "./queries/office.ts"
import { call, calls, mine } from "./queries/public.ts"
import { routes } from "./routes.ts"

const office = [list, one, ground, draft, edit, link, guide, recruit, run, close]
const volunteers = [decide, addShift, dropShift, rota, code, mark, correct, spend, reached]
const students = [calls, call, mine, signUp, withdraw, takeShift, check, certificate]

export const projects: Module = {
  name: "projects",
  at: import.meta.url,
  clauses: ["2.4", "2.5", "3.10", "7.3"],
  served: [...office, ...volunteers, ...students],
  routes,
  appendOnly: ["project_move", "project_attendance", "project_expense", "project_certificate"],
}
