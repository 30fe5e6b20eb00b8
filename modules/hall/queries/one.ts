import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { quorumOf } from "#modules/roll/index.ts"
import { mayChair, mayCount, maySteward, mayWatch } from "../abilities.ts"
import { one as contract } from "../contract.ts"
import { type Doors, panelsOf } from "../doors.ts"
import { chairsOf } from "../drafting.ts"
import { theHall } from "../load.ts"
import { type HallNow, nextAction } from "../next-action.ts"
import {
  showAdjourned,
  showItem,
  showOutcome,
  showPanel,
  showResult,
  showSpeaker,
  showVote,
} from "../present.ts"
import { untouched } from "../standing.ts"
import * as store from "../store.ts"
import * as votes from "../votes-store.ts"

export const one = (doors: Doors) =>
  query(contract, {
    load: theHall,
    may: mayWatch,
    run: async (ctx, { assembly: id }, of) => {
      const { assembly, union, standing } = of
      const agenda = await doors.agenda(ctx.tx, id)
      const quorum = await quorumOf(ctx.tx, id)
      const list = standing.item ? await store.speakersOf(ctx.tx, id, standing.item) : []
      const all = await votes.votesOf(ctx.tx, id)
      const pending = all.find((v) => v.state === "open" || v.state === "counted")
      const panels = await panelsOf(doors, ctx.tx, id)
      const items = agenda.map((i) => showItem(i, standing))
      const speaking = list.find((s) => s.state === "speaking")
      const waiting = list.filter((s) => s.state === "waiting")
      const now: HallNow = {
        assembly: assembly.state,
        due: ctx.today >= assembly.day,
        state: standing.state,
        quorum: quorum.met,
        items: items.map(({ id, kind, state }) => ({
          id,
          kind,
          state,
          decided: all.some(
            (v) =>
              v.itemId === id &&
              v.state === "announced" &&
              v.seq > (standing.items.get(id) ?? untouched).since,
          ),
        })),
        speaking: speaking?.id ?? null,
        waiting: waiting[0]?.id ?? null,
        vote: pending ? { id: pending.id, state: pending.state === "open" ? "open" : "counted" } : null,
        panels: panels.map((p) => ({ id: p.id, state: p.state, acts: p.actions.length > 0 })),
        confirmed: standing.confirmed !== null,
      }
      return ok({
        now: ctx.now.toISOString(),
        revision: await store.revisionOf(ctx.tx, id),
        assembly: {
          id,
          name: assembly.name,
          union: union.name,
          day: assembly.day,
          time: assembly.time,
          place: assembly.place,
          state: assembly.state,
        },
        chairs: await chairsOf(ctx, of),
        state: standing.state,
        openedAt: standing.openedAt?.toISOString() ?? null,
        closedAt: standing.closedAt?.toISOString() ?? null,
        adjourned: showAdjourned(standing),
        quorum,
        items,
        listOpen: standing.item !== null && !standing.closedLists.has(standing.item),
        speaking: speaking ? showSpeaker(speaking) : null,
        waiting: waiting.map(showSpeaker),
        spoke: list.filter((s) => s.state === "spoke").map(showSpeaker),
        vote: pending
          ? {
              ...showVote(pending),
              cast: pending.how === "names" ? await votes.castSoFar(ctx.tx, pending.id) : null,
              outcome: pending.state === "counted" ? showOutcome(pending) : null,
            }
          : null,
        results: all.filter((v) => v.state === "announced").map(showResult),
        voided: all.filter((v) => v.state === "void").map(showVote),
        panels: panels.map((p) => ({
          ...showPanel(p),
          actions: p.actions.map(({ title, href }) => ({ title, href })),
        })),
        next: nextAction(now),
        can: {
          chair: "as" in mayChair(ctx.actor, of),
          steward: "as" in maySteward(ctx.actor, of),
          count: "as" in mayCount(ctx.actor, of),
        },
      })
    },
  })
