import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Permission } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { About } from "./abilities.ts"
import { compose } from "./compose.ts"
import type { Sources } from "./gather.ts"
import type { DisclosureInput } from "./input.ts"
import { type Approval, advance, type Move } from "./life.ts"
import { seal } from "./seal.ts"
import * as store from "./store.ts"

/** A disclosure at hand, with everything a verb decides by. */
export interface AtHand {
  readonly head: store.Head
  readonly version: store.Version
  readonly about: About
  /** The newest approval, of whichever version. */
  readonly approval: Approval | null
}

/** Load for a change: the row stays held until the transaction ends. */
export const atHand =
  (from: Sources) =>
  async (ctx: Ctx, { id }: { id: string }): Promise<Result<AtHand, Refusal>> => {
    const head = await store.headForChange(ctx.tx, id)
    const union = head && (await from.union(ctx, head.unionId))
    const version = head && (await store.versionOf(ctx.tx, head.id, head.version))
    if (!head || !union || !version) return refuse("not-found", "没有这份公开材料")
    const labels = await store.versionLabels(ctx.tx, [id])
    const moves = await store.movesOf(ctx.tx, id)
    const makers = new Set([
      ...labels.map((v) => v.madeBy),
      ...moves.filter((m) => m.move === "submit").map((m) => m.account),
    ])
    const approved = moves.find((m) => m.move === "approve")
    return ok({
      head,
      version,
      about: { union, makers: [...makers] },
      approval: approved ? { version: approved.version, sha256: approved.sha256 } : null,
    })
  }

/** Refuses work on a version that is no longer the newest. */
export function current(at: AtHand, version: number): Result<AtHand, Refusal> {
  if (at.head.version === version) return ok(at)
  return refuse("conflict", `这份材料已有第${at.head.version}版，您看到的是第${version}版`, {
    cure: "请刷新后在新版上办理",
  })
}

/** In which capacity a permission was given, as the record shows it. */
export const capacityOf = (permission: Permission): string =>
  "as" in permission && permission.as ? `${permission.as.officeName} ${permission.as.title}` : ""

export interface Moved {
  readonly id: string
  readonly state: store.State
  readonly version: number
  readonly sha256: string
}

/** Record a move on the version at hand and bring the head to its new state. */
export async function move(
  ctx: Ctx,
  head: store.Head,
  made: {
    move: Move
    version: number
    sha256: string
    capacity: string
    reason?: string
    keepState?: boolean
  },
  change: Parameters<typeof store.saveHead>[2] = {},
): Promise<Result<Moved, Refusal>> {
  const next = advance(head.state, made.move)
  if (!next.ok) return next
  const state = made.keepState ? head.state : next.value
  // The head is held, so nobody else counts at the same time.
  const [last] = await store.movesOf(ctx.tx, head.id)
  await store.addMove(ctx.tx, {
    id: newId(ctx.now.getTime()),
    number: (last?.number ?? 0) + 1,
    disclosureId: head.id,
    version: made.version,
    sha256: made.sha256,
    move: made.move,
    account: ctx.actor.account,
    name: ctx.actor.name,
    capacity: made.capacity,
    reason: made.reason ?? null,
    at: ctx.now,
  })
  await store.saveHead(ctx.tx, head.id, { ...change, state, version: made.version })
  ctx.note({ disclosure: head.id, union: head.unionId, version: made.version, state })
  return ok({ id: head.id, state, version: made.version, sha256: made.sha256 })
}

/** Compose a new version and put it in the head's hands; nobody has approved it. */
export async function compile(
  ctx: Ctx,
  head: store.Head,
  input: DisclosureInput,
  made: { move: "draft" | "edit"; what: string; capacity: string },
): Promise<Result<Moved, Refusal>> {
  const content = compose(input)
  const version = {
    disclosureId: head.id,
    number: head.version + 1,
    content,
    grounds: input,
    sha256: seal(content),
    madeBy: ctx.actor.account,
    madeByName: ctx.actor.name,
    madeAt: ctx.now,
    what: made.what,
  }
  await store.addVersion(ctx.tx, version)
  return move(ctx, head, {
    move: made.move,
    version: version.number,
    sha256: version.sha256,
    capacity: made.capacity,
    reason: made.what,
  })
}
