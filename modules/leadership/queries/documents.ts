import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { unsignedOf } from "@qiaoliang/procedure"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Course, caseOf, coursesOf, nameOf } from "#modules/courses/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { isAllowed, mayDraft, mayReadDrafts, mayReadInForce, mayRepeal } from "../abilities.ts"
import { documents as listContract, one as oneContract, published as publicContract } from "../contract.ts"
import { isInForce, type JointDocument } from "../document.ts"
import {
  documentById,
  documentsOf,
  forceOf,
  inForceOn,
  versionLabels,
  versionsOf,
} from "../documents-store.ts"
import { presentForce, versionState } from "../present.ts"
import { joint } from "../procedure.ts"

const unionNames = async (ctx: Ctx) => new Map((await unionsOf(ctx.tx)).map((u) => [u.id, u.name]))

/** Everything about documents on a day: what is in force, and for the offices what is on its way. */
export const documents = query(listContract, {
  may: mayReadInForce,
  run: async (ctx, input) => {
    const on = input.on ?? ctx.today
    const all = await documentsOf(ctx.tx)
    const versions = await versionLabels(ctx.tx)
    const force = await forceOf(ctx.tx, null)
    const drafts = isAllowed(mayReadDrafts(ctx.actor))
    const rounds = drafts
      ? await coursesOf(
          ctx.tx,
          [joint.id],
          all.map((d) => d.id),
        )
      : []
    const names = await unionNames(ctx)
    return ok({
      on,
      items: all.flatMap((d) => {
        const own = versions.filter((v) => v.documentId === d.id)
        const valid = force.find((f) => f.documentId === d.id && isInForce(f, on))
        const ever = force.some((f) => f.documentId === d.id)
        if (!ever && !drafts) return []
        const round = rounds.find((c) => c.subject === d.id && c.state.status === "open")
        const pending = round && own.find((v) => v.courseId === round.id && v.hash === round.state.version)
        const inForce = own.find((v) => v.no === valid?.no)
        const latest = drafts
          ? own[0]
          : own.find((v) => force.some((f) => f.documentId === d.id && f.no === v.no))
        return [
          {
            id: d.id,
            kind: d.kind,
            title: (inForce ?? latest)?.title ?? "",
            union: d.unionId ? (names.get(d.unionId) ?? null) : null,
            inForce:
              valid && inForce ? { no: valid.no, ...presentForce(valid), public: inForce.public } : null,
            pending:
              round && pending
                ? { no: pending.no, title: pending.title, repeal: pending.repeal, waits: waitsFor(round) }
                : null,
          },
        ]
      }),
      unions: [...names].map(([id, name]) => ({ id, name })),
      can: { draft: isAllowed(mayDraft(ctx.actor)) },
    })
  },
})

const waitsFor = (c: Course): string[] => unsignedOf(caseOf(c), c.state).map(nameOf)

async function theDocument(ctx: Ctx, { id }: { id: string }): Promise<Result<JointDocument, Refusal>> {
  const document = await documentById(ctx.tx, id)
  const known = document && (isAllowed(mayReadDrafts(ctx.actor)) || (await forceOf(ctx.tx, id)).length > 0)
  return known ? ok(document) : refuse("not-found", "没有这份文件")
}

/** One document with all its versions; whoever may not follow drafts sees those that were in force. */
export const one = query(oneContract, {
  load: theDocument,
  may: mayReadInForce,
  run: async (ctx, { id }, document) => {
    const drafts = isAllowed(mayReadDrafts(ctx.actor))
    const force = await forceOf(ctx.tx, id)
    const rounds = await coursesOf(ctx.tx, [joint.id], [id])
    const shown = (await versionsOf(ctx.tx, id)).filter((v) => drafts || force.some((f) => f.no === v.no))
    const open = rounds.find((c) => c.state.status === "open")
    const drafter = isAllowed(mayDraft(ctx.actor))
    const own = !open || open.applicant === ctx.actor.number
    return ok({
      id,
      kind: document.kind,
      union: document.unionId ? ((await unionNames(ctx)).get(document.unionId) ?? null) : null,
      versions: shown.map((v) => {
        const valid = force.find((f) => f.no === v.no)
        const round = rounds.find((c) => c.id === v.courseId)
        return {
          no: v.no,
          title: v.title,
          words: v.words,
          file: v.file ? { id: v.file.id, name: v.file.name } : null,
          hash: v.hash,
          from: v.fromDay,
          until: v.untilDay,
          public: v.public,
          repeal: v.repeal,
          by: v.byName,
          capacity: v.capacity,
          at: v.at.toISOString(),
          state: versionState(v, valid, round?.state, ctx.today),
          force: valid ? presentForce(valid) : null,
        }
      }),
      course: drafts ? (shown[0]?.courseId ?? null) : null,
      can: {
        revise: drafter && own,
        repeal: isAllowed(mayRepeal(ctx.actor)) && !open && force.some((f) => isInForce(f, ctx.today)),
      },
      held: drafter && !own ? `${open?.applicantName}起草的一版正在研究，由起草人改动` : null,
    })
  },
})

/** What everybody may read. */
export const published = query(publicContract, {
  who: "anyone",
  may: () => allowed(),
  run: async (ctx) => {
    const names = await unionNames(ctx)
    return ok({
      items: (await inForceOn(ctx.tx, ctx.today))
        .filter((v) => v.public)
        .map((v) => ({
          id: v.documentId,
          kind: v.kind,
          title: v.title,
          union: v.unionId ? (names.get(v.unionId) ?? null) : null,
          from: v.since,
          words: v.words,
          file: v.file ? { id: v.file.id, name: v.file.name } : null,
        })),
    })
  },
})
