import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { mayFollow, mayKeep, mayWithdraw } from "../abilities.ts"
import * as contract from "../contract.ts"
import { groupsFor } from "../groups.ts"
import { theNotice } from "../load.ts"
import { isPublished, pendingOf, statusOf, versionOf } from "../notice.ts"
import { changed } from "../present.ts"
import { targetsOf } from "../sight.ts"
import { publicationsOf, versionsOf } from "../store.ts"

/** China's time without the zone, as a form shows it. */
const local = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)

export const one = query(contract.one, {
  load: theNotice,
  may: mayFollow,
  run: async (ctx, { id }, { notice: n, chain }) => {
    const keeps = "as" in mayKeep(ctx.actor, { notice: n })
    const versions = await versionsOf(ctx.tx, id)
    const out = new Map((await publicationsOf(ctx.tx, id)).map((p) => [p.number, p.onDay]))
    const last = versions.at(-1)
    const live = versions.find((v) => v.number === n.live)
    const pending = pendingOf(n)
    const names = n.groups.length > 0 ? await groupsFor(ctx, n.faculty) : []
    const unsent = n.live === null && last?.hash !== versionOf(n.written)
    // Those beside the chain and the sender read what was published, and of the versions those that were.
    const inside = keeps || chain
    return ok({
      id,
      from: { office: n.office, place: n.place, name: n.sender },
      authorName: n.authorName,
      status: statusOf(n),
      pending: inside ? pending : null,
      content: {
        kind: n.kind,
        title: n.title,
        text: n.text,
        files: n.files.map(({ id, name }) => ({ id, name })),
        open: n.open,
        targets: targetsOf(n),
        confirm: n.confirm,
        passDown: n.passDown,
        dueOn: n.dueOn,
        publishAt: n.publishAt ? local(n.publishAt) : null,
      },
      next:
        inside && pending && live && last
          ? {
              title: last.content.title,
              changes: changed(live.content, last.content),
              because: last.because ?? "",
            }
          : null,
      groups: n.groups.map((key) => names.find((g) => g.key === key)?.name ?? "已不存在的人员范围"),
      unsent,
      refused: inside ? n.refused : null,
      course: inside ? n.course : null,
      publishedAt: n.publishedAt?.toISOString() ?? null,
      withdrawn: n.withdrawnOn ? { on: n.withdrawnOn, because: n.withdrawnBecause ?? "" } : null,
      versions: versions
        .map((v, at) => ({ v, before: versions[at - 1] }))
        .filter(({ v }) => inside || out.has(v.number))
        .map(({ v, before }) => ({
          number: v.number,
          byName: v.byName,
          onDay: v.onDay,
          because: v.because,
          publishedOn: out.get(v.number) ?? null,
          changes: before ? changed(before.content, v.content) : [],
        }))
        .toReversed(),
      can: {
        edit: keeps && n.live === null && n.withdrawnOn === null,
        submit: keeps && n.live === null && unsent,
        discard: keeps && n.stage === "draft" && n.version === 0,
        correct: keeps && isPublished(n),
        withdraw: isPublished(n) && "as" in mayWithdraw(ctx.actor, { notice: n }),
      },
    })
  },
})
