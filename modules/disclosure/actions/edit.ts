import { fetchFile } from "#kit/server/files.ts"
import { action } from "#kit/server/verbs.ts"
import { mayPrepare } from "../abilities.ts"
import { compose } from "../compose.ts"
import * as contract from "../contract.ts"
import { formRows } from "../forms.ts"
import type { Sources } from "../gather.ts"
import type { DocumentLabel } from "../input.ts"
import { edited, whatChanged } from "../own.ts"
import { seal } from "../seal.ts"
import { atHand, capacityOf, compile, current } from "../work.ts"

/** Fill in words, answer rows with a document, choose masks. Every change is a version nobody has approved. */
export const edit = (from: Sources) =>
  action(contract.edit, {
    load: atHand(from),
    may: (actor, at) => mayPrepare(actor, at.about),
    run: async (ctx, change, at) => {
      const now = current(at, change.version)
      if (!now.ok) return now
      const { grounds } = at.version
      const documents = new Map<string, DocumentLabel>()
      for (const { document } of change.attest ?? []) {
        const file = document === undefined ? undefined : await fetchFile(ctx.tx, document)
        if (file) documents.set(file.id, { id: file.id, name: file.name, sha256: file.sha256 })
      }
      const capacity = capacityOf(mayPrepare(ctx.actor, at.about))
      const own = edited(grounds.own, change, {
        by: ctx.actor.name,
        capacity,
        today: ctx.today,
        computed: formRows(grounds.filer, grounds.sheet, [], {}),
        documents,
      })
      if (!own.ok) return own
      const input = { ...grounds, own: own.value }
      // Nothing changed: the approval of the version at hand stands.
      if (seal(compose(input)) === at.version.sha256)
        return {
          ok: true,
          value: {
            id: at.head.id,
            state: at.head.state,
            version: at.head.version,
            sha256: at.version.sha256,
          },
        }
      return compile(ctx, at.head, input, { move: "edit", what: whatChanged(change), capacity })
    },
  })
