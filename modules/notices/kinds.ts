/** 党的声音和主张 is what 1.2 speaks of; the others are a union's and an office's daily notices. */
export const kinds = ["voice", "work", "service"] as const
export type NoticeKind = (typeof kinds)[number]

/** How the version written last stands; `out`: it is the one published. */
export type Stage = "draft" | "reviewing" | "refused" | "scheduled" | "out"

/** How a level told the next. */
export const hows = ["meeting", "group", "paper", "other"] as const
export type How = (typeof hows)[number]
