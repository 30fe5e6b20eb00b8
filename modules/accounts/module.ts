import type { Module } from "#kit/server/module.ts"
import { disable } from "./actions/disable.ts"
import { issueCode } from "./actions/issue-code.ts"
import { revoke } from "./actions/revoke.ts"
import { secondFactorBegin } from "./actions/second-factor-begin.ts"
import { secondFactorConfirm } from "./actions/second-factor-confirm.ts"
import { signOut } from "./actions/sign-out.ts"
import { list } from "./queries/list.ts"
import { me } from "./queries/me.ts"
import { sessions } from "./queries/sessions.ts"
import { routes } from "./routes.ts"

export const accounts: Module = {
  name: "accounts",
  at: import.meta.url,
  clauses: [],
  served: [signOut, revoke, secondFactorBegin, secondFactorConfirm, issueCode, disable, me, sessions, list],
  routes,
}
