/** 未到、在场、离场 */
export type Standing = "absent" | "here" | "left"

export interface Line {
  readonly id: string
  readonly what: "in" | "out"
  readonly at: Date
  readonly undoes?: string | null
}

export interface Stay {
  readonly standing: Standing
  /** First coming in, and the last going out of somebody who left. */
  readonly came: Date | null
  readonly left: Date | null
  /** Came after the assembly was opened. */
  readonly late: boolean
  /** Whether the last line can be taken back. */
  readonly undoable: boolean
}

/** What the lines of one person, in order, come to; a line taken back was never there. */
export function stayOf(lines: readonly Line[], openedAt: Date | null): Stay {
  const undone = new Set(lines.flatMap((l) => (l.undoes ? [l.undoes] : [])))
  const kept = lines.filter((l) => !l.undoes && !undone.has(l.id))
  const last = kept.at(-1)
  const came = kept.find((l) => l.what === "in")?.at ?? null
  return {
    standing: last === undefined ? "absent" : last.what === "in" ? "here" : "left",
    came,
    left: last?.what === "out" ? last.at : null,
    late: came !== null && openedAt !== null && came > openedAt,
    undoable: lines.length > 0 && !lines.at(-1)?.undoes,
  }
}
