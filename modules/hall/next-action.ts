import type { AssemblyState } from "#modules/assembly/index.ts"
import type { AgendaItem } from "./doors.ts"
import type { ItemRun, Sitting } from "./standing.ts"

/** Items that end with an open vote of the assembly. */
export const decides = (kind: AgendaItem["kind"]): boolean =>
  kind === "report" || kind === "charter" || kind === "rules"

/** All the chair's console looks at to say what comes next. */
export interface HallNow {
  readonly assembly: AssemblyState
  /** The planned day has come. */
  readonly due: boolean
  readonly state: Sitting
  readonly quorum: boolean
  readonly items: readonly {
    readonly id: string
    readonly kind: AgendaItem["kind"]
    readonly state: ItemRun["state"]
    /** An open vote on it was announced since it was started. */
    readonly decided: boolean
  }[]
  readonly speaking: string | null
  /** Who is next on the list, of the item under way. */
  readonly waiting: string | null
  readonly vote: { readonly id: string; readonly state: "open" | "counted" } | null
  readonly panels: readonly {
    readonly id: string
    readonly state: "preparing" | "open" | "counting" | "done"
    /** There is something left for the chair to do about it: to announce it, to call another round. */
    readonly acts: boolean
  }[]
  readonly confirmed: boolean
}

export type Next =
  /** At its end, or never to begin. */
  | { readonly do: "end" }
  /** The Party committee has not yet agreed; or the day has not come. */
  | { readonly do: "not-convened" | "wait" }
  /** Too few are here: to open, to resume, or to vote. */
  | { readonly do: "check-in" | "no-quorum" }
  | { readonly do: "open" | "resume" | "close" | "agenda" | "minutes" }
  | { readonly do: "start-item" | "open-vote" | "end-item"; readonly item: string }
  | { readonly do: "call-speaker" | "end-speech"; readonly speaker: string }
  | { readonly do: "close-vote" | "announce"; readonly vote: string }
  | { readonly do: "election"; readonly panel: string }

/** The one thing that comes next in the hall. */
export function nextAction(now: HallNow): Next {
  if (now.assembly === "cancelled") return { do: "end" }
  if (now.state === "closed" || now.assembly === "closed") return { do: now.confirmed ? "end" : "minutes" }
  if (now.state === "waiting") {
    if (now.assembly === "preparing") return { do: "not-convened" }
    if (!now.due) return { do: "wait" }
    return { do: now.quorum ? "open" : "check-in" }
  }
  if (now.state === "adjourned") return { do: now.quorum ? "resume" : "check-in" }
  if (now.vote) return { do: now.vote.state === "open" ? "close-vote" : "announce", vote: now.vote.id }
  if (now.speaking) return { do: "end-speech", speaker: now.speaking }
  const item = now.items.find((i) => i.state === "on")
  if (item) return within(now, item)
  const coming = now.items.find((i) => i.state === "pending")
  if (coming) return { do: "start-item", item: coming.id }
  return { do: now.items.length === 0 ? "agenda" : "close" }
}

function within(now: HallNow, item: HallNow["items"][number]): Next {
  if (now.waiting) return { do: "call-speaker", speaker: now.waiting }
  if (decides(item.kind) && !item.decided)
    return now.quorum ? { do: "open-vote", item: item.id } : { do: "no-quorum" }
  const panel = item.kind === "election" ? now.panels.find((p) => p.state !== "done" || p.acts) : undefined
  if (!panel) return { do: "end-item", item: item.id }
  return panel.state === "preparing" && !now.quorum
    ? { do: "no-quorum" }
    : { do: "election", panel: panel.id }
}
