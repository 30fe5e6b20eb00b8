import type { State } from "@qiaoliang/procedure"
import type { Tx } from "#kit/server/db.ts"
import { topic } from "./moving.ts"
import { stateHash } from "./store.ts"

/** A course that does not stand where the ledger last left it. */
export interface CourseFault {
  readonly id: string
  readonly because: "state" | "unrecorded" | "lost"
}

/** Follows the ledger and remembers where each course was left; then holds the courses themselves against it. */
export class CourseCheck {
  readonly #left = new Map<string, string>()

  /** One body of the ledger, in order. */
  follow(body: unknown): void {
    const said = body as { topic?: unknown; subject?: unknown; body?: { state?: unknown } }
    if (said.topic === topic && typeof said.subject === "string" && typeof said.body?.state === "string")
      this.#left.set(said.subject, said.body.state)
  }

  /** Every course whose state is not the one last recorded, that was never recorded, or that is gone. */
  async faults(tx: Tx): Promise<readonly CourseFault[]> {
    const out: CourseFault[] = []
    const left = new Map(this.#left)
    let after = ""
    while (true) {
      const { rows } = await tx.client.query<{ id: string; state: State; status: string }>(
        `select id, state, status from course where university_id = $1 and id > $2 order by id limit 2000`,
        [tx.university, after],
      )
      for (const { id, state, status } of rows) {
        const recorded = left.get(id)
        left.delete(id)
        if (recorded === undefined) out.push({ id, because: "unrecorded" })
        else if (recorded !== stateHash(state) || status !== state.status) out.push({ id, because: "state" })
      }
      const last = rows.at(-1)
      if (!last) return [...out, ...[...left.keys()].map((id) => ({ id, because: "lost" as const }))]
      after = last.id
    }
  }
}
