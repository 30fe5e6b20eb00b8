import { rotatingCode } from "#kit/server/rotating-code.ts"
import type { Activity } from "./activity.ts"

type Keyed = Pick<Activity, "id" | "secret">

/** As projects do: six letters, half a minute (docs/decisions/0023). */
const code = rotatingCode({ letters: 6, seconds: 30 })

export const codeNow = (of: Keyed, now: Date): { code: string; left: number } => ({
  code: code.codeOf(of.secret, of.id, code.slotOf(now)),
  left: code.leftOf(now),
})

export const isCode = (of: Keyed, typed: string, now: Date): boolean =>
  code.isCode(of.secret, of.id, typed, now)
