import type { Group, Line } from "./DuplicatesPage.tsx"

/** What the desk means to do with a group. */
export interface Choice {
  readonly ticked: readonly string[]
  /** Into which the others go. */
  readonly lead: string
  /** For a deed over several groups. */
  readonly picked: boolean
}

export const firstChoice = ({ needs, lead }: Group): Choice => ({
  ticked: needs.filter((n) => !n.own).map((n) => n.id),
  lead,
  picked: false,
})

export interface Read {
  readonly chosen: readonly Line[]
  readonly lead: Line | undefined
  readonly others: readonly Line[]
  /** Those the person asking may decide about. */
  readonly free: readonly Line[]
  readonly rest: readonly Line[]
}

export function readChoice({ needs }: Group, { ticked, lead: wanted }: Choice): Read {
  const free = needs.filter((n) => !n.own)
  const chosen = free.filter((n) => ticked.includes(n.id))
  const lead = chosen.find((n) => n.id === wanted) ?? chosen[0]
  return {
    chosen,
    lead,
    others: chosen.filter((n) => n.id !== lead?.id),
    free,
    rest: free.filter((n) => !ticked.includes(n.id)),
  }
}

export const idsOf = (needs: readonly Line[]): string[] => needs.map((n) => n.id)
