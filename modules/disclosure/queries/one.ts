import { ok, refuse } from "@qiaoliang/basics"
import type { Permission } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import * as may from "../abilities.ts"
import { computedRows } from "../assess.ts"
import * as contract from "../contract.ts"
import { rowKey } from "../forms.ts"
import type { Sources } from "../gather.ts"
import { advance, covers, type Move } from "../life.ts"
import { obstacles } from "../obstacles.ts"
import { presentHead } from "../present.ts"
import * as store from "../store.ts"
import { vouchedBy } from "../vouched.ts"
import { atHand } from "../work.ts"

/** One disclosure for those who work on it: any version, what each row rests on, what can be done now. */
export const one = (from: Sources) =>
  query(contract.one, {
    load: atHand(from),
    may: (actor, at) => may.maySee(actor, at.about),
    run: async (ctx, { version }, at) => {
      const { head, about } = at
      const shown = version === undefined ? at.version : await store.versionOf(ctx.tx, head.id, version)
      if (!shown) return refuse("not-found", "没有这一版")
      const labels = await store.versionLabels(ctx.tx, [head.id])
      const moves = await store.movesOf(ctx.tx, head.id)
      const held: Record<string, Permission> = {
        edit: may.mayPrepare(ctx.actor, about),
        submit: may.mayPrepare(ctx.actor, about),
        approve: may.mayApprove(ctx.actor, about),
        return: may.mayGiveBack(ctx.actor, about),
        publish: may.mayPublish(ctx.actor, about),
        "take-down": may.mayTakeDown(ctx.actor, about),
      }
      const open = (move: string) =>
        advance(head.state, move as Move).ok &&
        (move !== "publish" || covers(at.approval, at.version)) &&
        (move !== "take-down" || head.publishedVersion !== null)
      const { own } = shown.grounds
      return ok({
        ...presentHead(
          head,
          about.union,
          labels.find((v) => v.number === head.version),
          ctx.today,
        ),
        shown: shown.number,
        sha256: shown.sha256,
        content: shown.content,
        own: {
          texts: { ...own.texts } as Record<string, string>,
          attested: [...own.attested],
          pending: { ...own.pending },
          shortcomings: own.shortcomings,
          masks: own.masks,
          supplement: own.supplement as never,
        },
        vouched: vouchedBy(shown, moves),
        basis: computedRows(shown.grounds.filer, shown.grounds.sheet).map(({ row, findings }) => ({
          row: rowKey(row.number),
          computed: row.conclusion,
          findings: findings.map((f) => ({
            clause: f.clause,
            verdict: f.verdict,
            because: f.because,
            limit: f.limit,
            ...(f.subject ? { subject: f.subject } : {}),
            ...(f.reading ? { reading: f.reading } : {}),
            ...(f.cure ? { cure: f.cure } : {}),
            rows: f.rows.length,
            ...(f.attested ? { attested: `${f.attested.by}，${f.attested.source}` } : {}),
          })),
        })),
        obstacles: obstacles(shown.grounds, shown.content),
        versions: labels.map((v) => ({
          number: v.number,
          sha256: v.sha256,
          by: v.madeByName,
          at: v.madeAt.toISOString(),
          what: v.what,
        })),
        moves: moves.map((m) => ({
          move: m.move,
          version: m.version,
          sha256: m.sha256,
          by: m.name,
          capacity: m.capacity,
          at: m.at.toISOString(),
          reason: m.reason,
        })),
        can: {
          ...Object.fromEntries(Object.entries(held).map(([verb, p]) => [verb, "as" in p && open(verb)])),
          unmasked: "as" in may.maySeeUnmasked(ctx.actor, about),
        },
        why: Object.fromEntries(
          Object.entries(held).flatMap(([verb, p]) =>
            "refusal" in p && open(verb) ? [[verb, p.refusal.because] as const] : [],
          ),
        ),
      })
    },
  })
