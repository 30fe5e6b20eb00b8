import { chineseDay } from "@qiaoliang/basics"
import type { Concern } from "#kit/server/concern.ts"
import type { Ctx } from "#kit/server/world.ts"
import { keyOf, voiceTag } from "#modules/needs/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { isFor, kindNames, phaseOf } from "./listening.ts"
import { studentAsking } from "./load.ts"
import { hasPart, listeningsOf } from "./store.ts"

/** Questionnaires open to the student asking and not answered, and meetings that are coming. */
export async function concerns(ctx: Ctx): Promise<readonly Concern[]> {
  const student = await studentAsking(ctx)
  if (!student) return []
  const unions = new Map((await unionsOf(ctx.tx)).map((u) => [u.id, u]))
  const mine = (await listeningsOf(ctx.tx, [...unions.keys()])).filter((l) => {
    const phase = phaseOf(l, ctx.today)
    return (phase === "open" || phase === "coming") && isFor(l, unions.get(l.unionId)!, student)
  })
  const key = keyOf(ctx.world.dataDir)
  const cards: Concern[] = []
  for (const l of mine.toReversed()) {
    const card = { heading: "listening", title: l.title, href: `/listening/${l.id}` } as const
    if (l.kind !== "survey")
      cards.push({
        ...card,
        note: [kindNames[l.kind], chineseDay(l.onDay), l.fromTime, l.place].filter(Boolean).join(" · "),
      })
    else if (
      phaseOf(l, ctx.today) === "open" &&
      !(await hasPart(ctx.tx, l.id, voiceTag(key, ctx.university.id, l.id, ctx.actor.number)))
    )
      cards.push({ ...card, note: "问卷，不记名", by: l.untilDay, state: "todo" })
  }
  return cards
}
