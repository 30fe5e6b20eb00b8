import { type OfficeKind, type OfficeNoun, type OfficePost, offices } from "#policy/offices.ts"

/** One office at one place. `id` is null where nobody has held a post in it yet. */
export interface Office {
  readonly id: string | null
  readonly kind: OfficeKind
  readonly name: string
  readonly scopeKind: OfficeNoun["scope"]
  readonly scopeId: string
  readonly scopeName: string
  /** Name of the faculty of a faculty or class office. */
  readonly faculty: string | null
}

/** A post in an office, whoever holds it. */
export interface Seat {
  readonly office: Office
  readonly post: OfficePost
}

const nouns = new Map(offices.map((o) => [o.kind, o]))

export const nounOf = (kind: OfficeKind): OfficeNoun => nouns.get(kind)!

/** `计算机学院团组织`, `软件2301班团支部`; the university's own offices go by their plain name. */
export function officeName(kind: OfficeKind, scopeName: string): string {
  if (kind === "faculty-party") return `${scopeName}党组织`
  if (kind === "faculty-league") return `${scopeName}团组织`
  if (kind === "class-branch") return `${scopeName}团支部`
  if (kind === "service") return scopeName
  return nounOf(kind).name
}

/** The posts an office has. A union's secretary-general is a League cadre; 10.3 speaks of the League only. */
export function postsOf(kind: OfficeKind): readonly OfficePost[] {
  if (kind === "school-league") return ["head", "deputy-secretary", "deputy", "secretary", "clerk"]
  if (kind === "faculty-league") return ["head", "deputy", "secretary", "clerk"]
  if (kind === "class-branch") return ["head", "deputy"]
  // Of the administration the Opinions name one post: 负责教学工作的副校长 (9.5).
  if (kind === "administration") return ["deputy"]
  return ["head", "deputy", "clerk"]
}

/** Offices whose cadres are full-time or not: a class branch's are students, other offices' the Opinions do not ask. */
export const knowsFullTime = (kind: OfficeKind): boolean =>
  kind === "school-league" || kind === "faculty-league"

/** Whether a League cadre is full-time, by the post or by the record; null: nobody said. */
export const isFullTime = (h: { post: OfficePost; fullTime: boolean | null }): boolean | null =>
  h.post === "deputy-secretary" ? true : h.fullTime

const secretaries: readonly OfficeKind[] = [
  "school-party",
  "school-league",
  "faculty-party",
  "faculty-league",
  "class-branch",
]

/** What a post is usually called, where the paper of appointment says nothing else. */
export function usualTitle(kind: OfficeKind, post: OfficePost): string {
  const secretary = secretaries.includes(kind)
  switch (post) {
    case "head":
      return secretary
        ? "书记"
        : kind === "academic-affairs" || kind === "personnel" || kind === "security"
          ? "处长"
          : "负责人"
    case "deputy":
      return secretary ? "副书记" : kind === "administration" ? "教学副校长" : "副职"
    case "deputy-secretary":
      return "专职副书记"
    case "secretary":
      return "秘书长"
    case "clerk":
      return "干事"
  }
}

/** Offices that must have a head: those 9.1 names and, in each faculty, those 5.2 names. */
export const needsHead = (kind: OfficeKind): boolean =>
  kind !== "class-branch" && kind !== "federation" && kind !== "administration" && kind !== "service"
