import { clauses } from "#policy/clauses.generated.ts"
import type { ClauseId, UnionKind, UnionLevel } from "#policy/vocabulary.ts"
import type { TextId } from "./input.ts"

/** Clauses whose words open a section, until the union has put its own way of doing it in their place. */
const resting: Record<Exclude<TextId, "congress">, Record<UnionLevel, readonly ClauseId[]>> = {
  delegates: { school: ["6.2", "6.3", "6.4"], faculty: ["6.5"] },
  presidium: { school: ["5.1", "5.2", "5.3"], faculty: ["5.1", "5.5"] },
  members: { school: ["4.4", "5.4", "5.6"], faculty: ["4.4", "5.5"] },
  review: { school: ["8.1", "8.2", "8.3", "8.4"], faculty: ["8.1", "8.2", "8.3", "8.4"] },
}

/** The Opinions' own words on the matter, a paragraph: quoted, not paraphrased. */
export function suggestion(
  id: Exclude<TextId, "congress">,
  of: { level: UnionLevel; kind: UnionKind },
): string {
  const words = resting[id][of.level].map((clause) => clauses[clause].words.replaceAll("\n", ""))
  return words
    .join("")
    .replace(/[，；、](?=$)/, "。")
    .replace(/([^。])$/, "$1。")
}
