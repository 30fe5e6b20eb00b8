import { call } from "#kit/web/call.ts"
import { forget } from "#kit/web/kept.ts"
import { me } from "../contract.ts"

/** A page of ours to come back to; never an address of somebody else's, nor the door again. */
export const isOurs = (asked: string | undefined): asked is string =>
  asked !== undefined && /^\/(?![/\\]|api\/|sign-in)/.test(asked)

/** In: back to where one was turned away; else whoever holds an office to the inbox, a student to the own page. */
export async function arrive(back: string | undefined): Promise<void> {
  forget()
  location.assign(isOurs(back) ? back : await first())
}

async function first(): Promise<string> {
  const viewer = await call(me, {}).catch(() => undefined)
  return viewer && viewer.capacities.length === 0 && !viewer.admin ? "/me" : "/office"
}
