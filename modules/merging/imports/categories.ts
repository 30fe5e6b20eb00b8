import type { categoriesOf } from "#modules/needs/index.ts"
import { usualNeedCategories } from "#policy/practice/needs.ts"
import type { Field } from "#policy/practice/proposals.ts"
import { categoryFor } from "../category-words.ts"
import type { RegisterRecord } from "../records.ts"

type Category = Pick<Awaited<ReturnType<typeof categoriesOf>>[number], "id" | "name" | "field" | "desk">

export interface Put {
  readonly category: Category
  /** How the row came to it: as written, by another word, by what it tells, by nothing, or as a report of conduct. */
  readonly by: "written" | "other-word" | "words" | "nothing" | "conduct"
}

const usual = new Map<string, Field>(usualNeedCategories.map((c) => [c.name, c.field]))

/**
 * The category of a row at the union's own desk: in the field written, the one its words speak for; without a field, by
 * its words alone. A university's own categories are met by their name, else by their field. A report of how the union's
 * own people behave goes to the League's desk (7.2), whatever was written beside it.
 */
export function putter(
  all: readonly (Category & { readonly open: boolean })[],
): (r: Pick<RegisterRecord, "words" | "field" | "fieldSame" | "conduct">) => Put {
  const league = all.find((c) => c.open && c.desk === "league")
  const open = all.filter((c) => c.open && c.desk === "union")
  const named = new Map(open.map((c) => [c.name, c]))
  const firstIn = (field: Field) => open.find((c) => c.field === field)
  return ({ words, field, fieldSame, conduct }) => {
    if (conduct && league) return { category: league, by: "conduct" }
    const guess = categoryFor(words, (name) => {
      const of = named.get(name)?.field ?? usual.get(name)
      return field === null || of === field
    })
    const guessed = guess === undefined ? undefined : (named.get(guess) ?? firstIn(usual.get(guess)!))
    const category = guessed ?? (field && firstIn(field)) ?? firstIn("权益维护") ?? open[0] ?? all[0]!
    const by = field === null ? (guessed ? "words" : "nothing") : fieldSame ? "written" : "other-word"
    return { category, by }
  }
}
