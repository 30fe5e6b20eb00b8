import type { Checkpoint } from "../shapes.ts"

/** One event of the box as the board lists it. */
export interface Line {
  readonly height: number
  readonly type: string
  readonly hash: string
  readonly tracker: string | null
  readonly credential: string | null
}

/** What is wrong with a board. */
export type Alarm =
  /** Fewer events than this browser saw before. */
  | "shorter"
  /** Another event where this browser saw one before. */
  | "rewritten"
  /** A link of the chain that does not follow from the one before it. */
  | "chain"
  /** The checkpoint is not that of the events shown. */
  | "checkpoint"
  /** The checkpoint is not signed by the key of the university. */
  | "signature"
  /** The key that signs is another than before. */
  | "key"

/**
 * The first event that does not follow from the one before it; null where all do. The text of an event is known
 * here where its payload is: a ballot's is its tracker, the end of the vote has none. `hash` gives SHA-256 in hex,
 * `payload` a tracker in hex.
 */
export function brokenAt(
  lines: readonly Line[],
  hash: (text: string) => string,
  payload: (tracker: string) => string,
): number | null {
  for (const [i, { height, type, tracker, hash: own }] of lines.entries()) {
    if (height !== i || (type === "Setup") !== (i === 0) || (type === "Ballot") !== (tracker !== null))
      return i
    if (type !== "Ballot" && type !== "EndBallots") continue
    const parent = lines[i - 1]!.hash
    const event = { parent, height, type, ...(tracker ? { payload: payload(tracker) } : {}) }
    if (hash(JSON.stringify(event)) !== own) return i
  }
  return null
}

/** Whether a board continues what was seen before. `lines` are all its events, from the first. */
export function continuity(lines: readonly Line[], now: Checkpoint, before: Checkpoint | null): Alarm | null {
  if (lines.length - 1 !== now.height || lines.at(-1)?.hash !== now.hash) return "checkpoint"
  if (!before) return null
  if (before.election !== now.election) return "rewritten"
  if (now.height < before.height) return "shorter"
  return lines[before.height]?.hash === before.hash ? null : "rewritten"
}

/** Whether a ballot stands where the box said it does; `line` is what the board lists at its height. */
export const standsAt = (line: Line | undefined, own: Pick<Line, "height" | "tracker">): boolean =>
  line?.height === own.height && line.tracker === own.tracker

/** How many voters stand behind the ballots: each credential once. */
export const votersOf = (lines: readonly Line[]): number =>
  new Set(lines.flatMap((l) => (l.type === "Ballot" && l.credential ? [l.credential] : []))).size

/** Trackers that count: the last of each credential. */
export function countingOf(lines: readonly Line[]): ReadonlySet<string> {
  const last = new Map<string, string>()
  for (const l of lines) if (l.tracker && l.credential) last.set(l.credential, l.tracker)
  return new Set(last.values())
}
