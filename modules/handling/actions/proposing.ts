import { ok } from "@qiaoliang/basics"
import { fewest } from "#kit/server/small-numbers.ts"
import { action } from "#kit/server/verbs.ts"
import { sayNth, voicesOf } from "#modules/needs/index.ts"
import { proposeFrom } from "#modules/proposals/index.ts"
import { maySee } from "../abilities.ts"
import * as contract from "../contract.ts"
import { theVoiced } from "../voiced.ts"

/** A common need becomes the draft of a 提案; whether the person is a delegate there, proposals knows. */
export const propose = action(contract.propose, {
  load: theVoiced,
  may: maySee,
  run: async (ctx, { assembly }, { need }) => {
    const total = (await voicesOf(ctx.tx, [need.id])).get(need.id)?.total ?? 0
    const many = total >= fewest ? `\n共有${total}名同学反映。` : ""
    const draft = await proposeFrom(ctx, {
      assemblyId: assembly,
      title: need.title,
      problem: `${need.text}${many}`,
      source: { topic: "need", id: need.id, label: sayNth(need.nth) },
    })
    if (!draft.ok) return draft
    ctx.note({ proposal: draft.value })
    return ok({ draft: draft.value })
  },
})
