/** An expected outcome: either the value or why it could not be had. Unexpected failures throw. */
export type Result<T, E = Refusal> = { ok: true; value: T } | { ok: false; error: E }

/**
 * Why something a person asked for was not done.
 * `clause` is the clause of the Opinions that forbids it, `cure` what the person can do next,
 * `at` the field or cell it is about. All sentences are Chinese, ready for the screen.
 */
export interface Refusal {
  readonly code: RefusalCode
  readonly because: string
  readonly clause?: string
  readonly cure?: string
  readonly at?: string
}

export type RefusalCode =
  | "invalid"
  | "not-signed-in"
  | "not-allowed"
  | "not-found"
  | "conflict"
  | "against-clause"
  | "too-large"
  | "too-many"
  | "unreadable"

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const refuse = (
  code: RefusalCode,
  because: string,
  more: Omit<Refusal, "code" | "because"> = {},
): { ok: false; error: Refusal } => ({ ok: false, error: { code, because, ...more } })

/** The value of a result, or an error carrying the refusal's sentence: for tests and scripts only. */
export function unwrap<T>(result: Result<T, Refusal>): T {
  if (result.ok) return result.value
  throw new Error(`${result.error.code}: ${result.error.because}`)
}
