import { rotatingCode } from "#kit/server/rotating-code.ts"

interface Keyed {
  readonly assemblyId: string
  readonly secret: string
}

/** Eight letters for a quarter minute: more hangs on a quorum than on an hour of work (docs/decisions/0023). */
const code = rotatingCode({ letters: 8, seconds: 15 })

export const { slotOf, leftOf } = code

export const codeOf = (of: Keyed, slot: number): string => code.codeOf(of.secret, of.assemblyId, slot)

/** Whether a code is this assembly's of now or of the slot before. */
export const isCode = (of: Keyed, typed: string, now: Date): boolean =>
  code.isCode(of.secret, of.assemblyId, typed, now)
