import type { Ctx } from "#kit/server/world.ts"

export const cookieName = "qiaoliang"

type Jar = NonNullable<Ctx["reply"]>

/** The cookie names the university too, so that one query inside its walls finds the session. */
export const cookieValue = (university: string, token: string): string => `${university}.${token}`

export function readCookie(value: string | undefined): { university: string; token: string } | null {
  const [, university, token] = /^([^.]+)\.([\w-]{20,})$/.exec(value ?? "") ?? []
  return university && token ? { university, token } : null
}

/** Whether a browser brings a session; whether it still holds, only the session itself says. */
export const hasSession = (cookies: Readonly<Record<string, string | undefined>>): boolean =>
  readCookie(cookies[cookieName]) !== null

/** `secure: auto`: set on https, left off where the product is tried on plain http. */
const options = { path: "/", httpOnly: true, sameSite: "lax", secure: "auto" } as const

/** Kept for as many seconds as the session has left: the clocks of server and browser may differ. */
export const giveCookie = (
  jar: Jar,
  university: string,
  { token, expires }: { token: string; expires: Date },
  now: Date,
): unknown =>
  jar.setCookie(cookieName, cookieValue(university, token), {
    ...options,
    maxAge: Math.round((expires.getTime() - now.getTime()) / 1000),
  })

export const takeCookie = (jar: Jar): unknown => jar.clearCookie(cookieName, options)
