import { ok } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { courseById, isInChain } from "#modules/courses/index.ts"
import { withOwnSeat } from "#modules/delegates/index.ts"
import {
  mayArrange,
  mayConfirm,
  mayCount,
  mayIssue,
  mayKeepKey,
  mayPreside,
  mayRead,
  mayRestart,
} from "../abilities.ts"
import { compared } from "../actions/counting.ts"
import { headOf, textsOf } from "../casting/chain.ts"
import type { Posted } from "../ceremony.ts"
import * as contract from "../contract.ts"
import type { Election, ElectionState } from "../election.ts"
import { groundOf, postedOf, votersHere } from "../ground.ts"
import { type OfElection, theElection } from "../load.ts"
import { papersOf } from "../papers.ts"
import { lineOf, shownResult } from "../present.ts"
import { requirementsOf } from "../requirements.ts"
import { rulesText } from "../rules-text.ts"
import * as store from "../store.ts"

export const one = query(contract.one, {
  load: async (ctx, input) => withOwnSeat(ctx, await theElection(ctx, input)),
  may: mayRead,
  run: async (ctx, _, of) => {
    const { election: e, assembly, union } = of
    const ground = await groundOf(ctx, of)
    const posted = await postedOf(ctx, e)
    const opened = await openedBy(ctx, e)
    const sheets = e.method === "paper" ? await store.sheetsOf(ctx.tx, e.id) : new Map()
    const comparison = e.method === "paper" && e.state !== "preparing" ? compared(e, sheets) : null
    const rounds = await store.roundsOf(ctx.tx, e.series)
    const isLast = rounds.filter((r) => r.state !== "cancelled").at(-1)?.id === e.id
    const requirements = requirementsOf(ground)
    const course = e.courseId ? await courseById(ctx.tx, e.courseId) : undefined
    return ok({
      ...lineOf(e),
      assembly: { id: assembly.id, name: assembly.name, state: assembly.state },
      union: { id: union.id, name: union.name },
      uuid: e.uuid,
      post: e.post,
      tie: e.tie,
      group: e.group,
      candidates: e.candidates.map(({ course: _, ...c }) => c),
      trust: e.trust,
      trustees: e.trustees.map((t) => ({
        ...t,
        done: doneBy(posted, t.index),
        blames: posted.blames.find((b) => b.by === t.index)?.of ?? null,
        decrypted: opened.includes(t.index),
      })),
      tellers: e.tellers.map((t) => ({ ...t, counted: sheets.has(t.number) })),
      officer: of.team.find((a) => a.duty === "credentials" && a.lead) ?? null,
      rules: {
        text: e.rules ?? rulesText(e, { union: union.name, assembly: assembly.name }),
        adopted: e.rulesOn ? { on: e.rulesOn, basis: e.rulesBasis ?? "" } : null,
      },
      issue: await issueShown(ctx, e),
      quorum: ground.quorum,
      requirements,
      ballots: e.method === "electronic" ? ((await headOf(ctx.tx, e.id))?.ballots ?? null) : null,
      decryptions: e.method === "electronic" ? { needed: e.trust.threshold, given: opened.length } : null,
      comparison,
      result: shownResult(e),
      because: e.because,
      announcedOn: e.announcedOn,
      course: e.courseId,
      follows: course !== undefined && isInChain(ctx.actor, course),
      ratifiedOn: e.ratifiedOn,
      filed: e.filedOn ? { on: e.filedOn, receipt: e.receipt } : null,
      rounds: rounds.map((r) => ({ id: r.id, round: r.round, state: r.state })),
      next: nextOf(e, isLast, requirements, comparison?.state),
      papers: papersOf(e),
      can: canOf(ctx.actor, of, isLast),
    })
  },
})

async function openedBy(ctx: Ctx, e: Election): Promise<number[]> {
  if (e.method === "paper" || e.state === "preparing" || e.state === "open") return []
  return (await textsOf(ctx.tx, e.id, "PartialDecryption")).map((d) => d.owner!)
}

const doneBy = (posted: Posted, index: number): string[] =>
  (
    [
      ["key", posted.keys],
      ["cert", posted.certs],
      ["deal", posted.deals],
      ["output", posted.outputs],
    ] as const
  )
    .filter(([, round]) => round[index - 1] != null)
    .map(([kind]) => kind)

async function issueShown(ctx: Ctx, e: Election) {
  const issue = await store.issueOf(ctx.tx, e.id)
  if (!issue) return null
  const envelopes = await store.envelopesOf(ctx.tx, issue)
  const had = new Set(envelopes.map((x) => x.number))
  const here = new Set((await votersHere(ctx, e.assemblyId)).map((v) => v.number))
  return {
    version: issue.version,
    issued: issue.issued,
    slips: envelopes.filter((x) => x.sealed === null).length,
    by: issue.officer.name,
    cameSince: [...here].filter((n) => !had.has(n)).length,
    leftSince: [...had].filter((n) => !here.has(n)).length,
  }
}

/** The one next thing: the page puts it first. */
function nextOf(
  e: Election,
  isLast: boolean,
  requirements: ReturnType<typeof requirementsOf>,
  comparison?: "waiting" | "equal" | "different",
) {
  if (e.state === "preparing") {
    const missing = requirements.find((r) => !r.ready)?.key
    if (missing === "rules" || missing === "keys" || missing === "credentials") return missing
    return missing === undefined ? "open" : "prepare"
  }
  if (e.state === "closed")
    return e.method === "electronic" ? "decrypt" : comparison === "equal" ? "confirm" : "count"
  if (e.state === "counted") return !isLast ? "ended" : e.result!.outcome.open > 0 ? "next-round" : "announce"
  if (e.state === "void") return isLast ? "next-round" : "ended"
  if (e.state === "ratified") return e.filedOn ? "done" : "file"
  return after[e.state]
}

const after = {
  open: "vote",
  announced: "ratify",
  refused: "ended",
  cancelled: "ended",
} as const satisfies Partial<Record<ElectionState, string>>

function canOf(actor: Actor, of: OfElection, isLast: boolean): Record<string, boolean> {
  const { election: e } = of
  const may = (permission: ReturnType<typeof mayArrange>) => "as" in permission
  const arrange = may(mayArrange(actor, of))
  const preside = may(mayPreside(actor, of))
  const preparing = e.state === "preparing"
  const electronic = e.method === "electronic"
  const more = e.state === "void" || (e.state === "counted" && e.result!.outcome.open > 0)
  return {
    change: arrange && preparing && e.round === 1,
    cancel: arrange && preparing,
    adoptRules: preside && preparing,
    keepKey: may(mayKeepKey(actor, of)) && (preparing || e.state === "closed"),
    restartKeys: may(mayRestart(actor, of)) && preparing && electronic,
    issue: may(mayIssue(actor, of)) && preparing && electronic,
    open: preside && preparing,
    close: preside && e.state === "open",
    count: may(mayCount(actor, of)) && e.state === "closed",
    confirm: may(mayConfirm(actor, of)) && e.state === "closed" && !electronic,
    nextRound: preside && isLast && more,
    announce: preside && isLast && e.state === "counted",
  }
}
