import type { Procedure } from "@qiaoliang/procedure"
import type { Capacity } from "#kit/server/actor.ts"
import { byDesignated, byFaculty, byHead, reviewBy } from "./procedure.ts"

/** Who speaks in a notice. */
export interface Sender {
  readonly office: string
  readonly place: string
  readonly faculty: string | null
}

/**
 * Who reviews it. A union's: the designated deputy secretary, of a faculty's union after its faculty's League
 * organisation. An office's own: its head; what the head wrote, the designated deputy secretary; what that one wrote,
 * the head of the League committee. Nobody reviews his or her own, and nothing goes out unseen by a second person.
 */
export function reviewOf(sender: Sender, author: readonly Capacity[]): Procedure {
  const designated = author.some((c) => c.office === "school-league" && c.designated === true)
  const school = designated ? byHead("school-league") : byDesignated
  if (sender.office === "union") return reviewBy(sender.faculty ? [byFaculty, school] : [school])
  const heads = author.some(
    (c) => c.office === sender.office && c.scope.id === sender.place && c.post === "head",
  )
  if (!heads) return reviewBy([byHead(sender.office)])
  return reviewBy([designated ? byHead("school-party") : byDesignated])
}
