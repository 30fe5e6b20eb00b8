import { dayOf } from "@qiaoliang/basics"
import type { Identify } from "#kit/server/world.ts"
import { cookieName, readCookie } from "./cookie.ts"
import { findSession, touchSession } from "./store.ts"

/** How stale `last_seen` may grow before a request writes it. */
const fresh = 5 * 60_000

/** Who a request comes from, by its session cookie, with the posts held today: the kit asks at every call. */
export const identify: Identify = async (world, request) => {
  const cookie = readCookie(request.cookies[cookieName])
  if (!cookie) return null
  const now = world.clock()
  const known = await world.db.scoped(cookie.university, async (tx) => {
    const found = await findSession(tx, cookie.token, now, dayOf(now))
    if (found && now.getTime() - found.lastSeen.getTime() > fresh) await touchSession(tx, found.session, now)
    return found
  })
  if (!known) return null
  const { account, number, name, admin, capacities, session } = known
  return { university: cookie.university, actor: { account, number, name, admin, capacities }, session }
}
