import { useSyncExternalStore } from "react"

/**
 * Answers kept on this device for reading without a connection: those asked for with `offline`, of the person signed in
 * and nobody else. Signing in or out, or the server's saying that somebody else (or nobody) is there, empties it.
 */
interface Store {
  /** The account the answers belong to; empty for whoever has not signed in. */
  readonly of: string
  readonly answers: Readonly<Record<string, Kept>>
}

interface Kept {
  /** When it came, in milliseconds. */
  readonly at: number
  readonly value: unknown
}

const KEY = "qiaoliang.kept"
const nothing: Store = { of: "", answers: {} }
const listeners = new Set<() => void>()
let since: number | undefined
/** Whose answers come now, once the server has said so; until then they wait. */
let owner: string | undefined
const waiting = new Map<string, Kept>()

function read(): Store {
  try {
    return { ...nothing, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") }
  } catch {
    return nothing
  }
}

function write(store: Store): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(store))
  } catch {
    // Full, or a browser that keeps nothing: then nothing is there to read offline, and nothing stale either.
    remove()
  }
}

function show(at: number | undefined): void {
  if (since === at) return
  since = at
  for (const tell of listeners) tell()
}

/** Everything kept is gone, for whoever comes next. */
export function forget(): void {
  owner = undefined
  waiting.clear()
  remove()
}

function remove(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing is kept where this fails.
  }
  show(undefined)
}

/** Who the server says is there; empty for nobody. What was another's goes before anything is read. */
export function belongTo(account: string): void {
  owner = account
  if (read().of !== account) {
    remove()
    if (account) write({ of: account, answers: {} })
  }
  for (const [name, { value, at }] of waiting) keep(name, value, at)
  waiting.clear()
}

/** An answer has come: kept for its owner, once the server has said who that is. */
export function keep(name: string, value: unknown, at = Date.now()): void {
  show(undefined)
  if (owner === undefined) waiting.set(name, { value, at })
  const store = read()
  // Another window may have been signed out meanwhile.
  if (owner && store.of === owner) write({ ...store, answers: { ...store.answers, [name]: { at, value } } })
}

/** The last answer, shown for want of a connection: from then on the page says how old it is. */
export function lastKept(name: string): unknown {
  const last = read().answers[name]
  if (last) show(Math.min(since ?? last.at, last.at))
  return last?.value
}

/** Since when what is on screen has not been asked; undefined while it is fresh. */
export const useKeptSince = (): number | undefined =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => since,
  )
