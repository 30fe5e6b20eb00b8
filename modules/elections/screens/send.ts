import type { Refusal } from "#kit/web/call.ts"
import type { Accepted } from "../shapes.ts"

export type Sent =
  | { readonly kind: "accepted"; readonly answer: Accepted }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "stopped" }

const shortest = 1_000
const longest = 15_000

/**
 * Put a ballot into the box: the same text, again and again, until the box has answered. Sending it twice puts it in
 * once, so a lost answer, a server that restarts or a phone without signal cost nothing but the wait. No cookie goes
 * with it: the box cannot tell who casts. `waits` is told how often it was tried in vain.
 */
export async function send(
  to: string,
  ballot: string,
  waits: (tries: number) => void,
  signal: AbortSignal,
): Promise<Sent> {
  for (let tries = 0; !signal.aborted; tries++) {
    const answer = await once(to, ballot)
    if (answer) return answer
    waits(tries + 1)
    await pause(Math.min(longest, shortest * 1.6 ** tries) * (0.75 + Math.random() / 2), signal)
  }
  return { kind: "stopped" }
}

/** Null where nobody answered for certain. */
async function once(to: string, ballot: string): Promise<Sent | null> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), 30_000)
  try {
    const response = await fetch(to, {
      method: "POST",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      headers: { "content-type": "application/json" },
      body: ballot,
      signal: late.signal,
    })
    if (response.ok) return { kind: "accepted", answer: (await response.json()) as Accepted }
    if (response.status >= 500 || response.status === 408 || response.status === 429) return null
    const { error } = (await response.json()) as { error: Refusal }
    return { kind: "refused", refusal: error }
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

/** Shorter where the phone finds its network again. */
const pause = (wait: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener("online", go)
      signal.removeEventListener("abort", go)
      resolve()
    }
    const timer = setTimeout(go, wait)
    addEventListener("online", go)
    signal.addEventListener("abort", go)
  })
