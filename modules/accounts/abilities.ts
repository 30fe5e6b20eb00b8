import { type Actor, allowed, isSignedIn, onlyFor, type Permission } from "#kit/server/actor.ts"

export const anyone = (): Permission => allowed()

/** One's own account: sessions, password, second factor. */
export const oneself = (actor: Actor): Permission =>
  isSignedIn(actor) ? allowed() : { refusal: { code: "not-signed-in", because: "请先登录" } }

/** Keeping the machine: accounts can be set up and restored, which decides nothing about a union. */
export const administrator = (actor: Actor): Permission => (actor.admin ? allowed() : onlyFor("系统管理员"))
