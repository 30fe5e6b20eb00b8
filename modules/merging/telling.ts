import type { Ctx } from "#kit/server/world.ts"
import { mergedInto, type Need, raisersOf, sayNth } from "#modules/needs/index.ts"

const title = {
  merged: (own: Need, other: Need) => `您提出的${sayNth(own.nth)}已与${sayNth(other.nth)}合并办理`,
  joined: (own: Need, other: Need) => `${sayNth(other.nth)}已并入您提出的${sayNth(own.nth)}`,
  unmerged: (own: Need, other: Need) => `您提出的${sayNth(own.nth)}已从${sayNth(other.nth)}拆开，单独办理`,
  left: (own: Need, other: Need) => `${sayNth(other.nth)}已从您提出的${sayNth(own.nth)}拆开`,
} as const

/**
 * Whoever raised a need under a name hears what became of it. Who raised one anonymously, or said "me too", finds it in his
 * or her own list: nobody else knows whom to tell.
 */
async function tell(
  ctx: Ctx,
  kind: keyof typeof title,
  own: Need,
  other: Need,
  because: string,
): Promise<void> {
  const to = (await raisersOf(ctx.tx, [own.id])).map((r) => r.number).filter(Boolean)
  if (to.length === 0) return
  await ctx.emit("reminders.tell", {
    to,
    key: `merging/${kind}/${own.id}/${other.id}/${ctx.now.getTime()}`,
    title: title[kind](own, other),
    detail: `理由：${because}`,
    href: "/needs/mine",
    clause: "1.4",
  })
}

/** `parts`: the needs merged, and those merged into them before. */
export async function tellMerged(
  ctx: Ctx,
  into: Need,
  parts: readonly Need[],
  because: string,
): Promise<void> {
  for (const part of parts) {
    await tell(ctx, "merged", part, into, because)
    await tell(ctx, "joined", into, part, because)
  }
}

export async function tellUnmerged(ctx: Ctx, part: Need, from: Need, because: string): Promise<void> {
  await tell(ctx, "unmerged", part, from, because)
  await tell(ctx, "left", from, part, because)
}

/** These needs, and those merged into them before. */
export const withParts = async (ctx: Ctx, needs: readonly Need[]): Promise<readonly Need[]> => [
  ...needs,
  ...(await mergedInto(
    ctx.tx,
    needs.map((n) => n.id),
  )),
]
