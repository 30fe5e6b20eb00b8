import type { z } from "zod"
import type { Ctx } from "#kit/server/world.ts"
import type { OfAssembly } from "#modules/assembly/index.ts"
import type { shownView } from "./contract.ts"
import { type AgendaItem, type Doors, type Panel, panelsOf } from "./doors.ts"
import { fewest, outcomeOf, spellRule, thresholdOf } from "./open-vote.ts"
import { type Standing, standingOf, untouched } from "./standing.ts"
import * as store from "./store.ts"
import { type VoteRow, votesOf } from "./votes-store.ts"

type Shown = z.output<typeof shownView>

/** How many of the list everybody sees. */
const seen = 8

export const showItem = (item: AgendaItem, standing: Standing): Shown["items"][number] => {
  const run = standing.items.get(item.id) ?? untouched
  return {
    id: item.id,
    title: item.title,
    kind: item.kind,
    detail: item.detail,
    reporter: item.reporter || null,
    papers: item.papers.map(({ id, name }) => ({ id, name })),
    state: run.state,
    startedAt: run.startedAt?.toISOString() ?? null,
    endedAt: run.endedAt?.toISOString() ?? null,
    minutes: run.minutes ?? (item.minutes || null),
    because: run.because,
  }
}

export const showSpeaker = (s: store.SpeakerRow): Shown["waiting"][number] => ({
  id: s.id,
  name: s.name,
  delegation: s.delegation,
  point: s.point,
  startedAt: s.startedAt?.toISOString() ?? null,
  minutes: s.minutes,
})

export const showVote = (v: VoteRow): NonNullable<Shown["vote"]> => ({
  id: v.id,
  item: v.itemId,
  title: v.title,
  words: v.words,
  rule: v.rule,
  how: v.how,
  state: v.state,
  openedAt: v.openedAt.toISOString(),
  present: v.present,
  threshold: `${spellRule[v.rule]}（${thresholdOf(v.rule).source}）`,
  needed: fewest(v.rule, v.present),
  ordinal: v.ordinal,
  voidBecause: v.voidBecause,
})

/** The result of a vote counted or announced. */
export const showOutcome = (v: VoteRow) =>
  outcomeOf(v.rule, v.present, { for: v.for!, against: v.against!, abstain: v.abstain! })

export const showResult = (v: VoteRow): Shown["results"][number] => ({
  ...showVote(v),
  outcome: showOutcome(v),
})

export const showPanel = ({ id, title, state, lines, code, vote }: Panel): Shown["panels"][number] => ({
  id,
  title,
  state,
  lines: [...lines],
  code,
  vote,
})

/** Assemblies the public knows of: those called together, not those prepared or called off. */
export const isPublic = (state: OfAssembly["assembly"]["state"]): state is Shown["assembly"]["state"] =>
  state === "convened" || state === "open" || state === "closed"

/** What everybody may see of a hall: nothing counted that is not announced, nobody's papers but the agenda's. */
export async function shownOf(
  ctx: Pick<Ctx, "tx">,
  doors: Doors,
  { assembly, union }: Pick<OfAssembly, "assembly" | "union">,
): Promise<Shown | undefined> {
  if (!isPublic(assembly.state)) return undefined
  const standing = standingOf(await store.recordOf(ctx.tx, assembly.id))
  const agenda = await doors.agenda(ctx.tx, assembly.id)
  const list = standing.item ? await store.speakersOf(ctx.tx, assembly.id, standing.item) : []
  const votes = await votesOf(ctx.tx, assembly.id)
  const pending = votes.find((v) => v.state === "open" || v.state === "counted")
  const speaking = list.find((s) => s.state === "speaking")
  return {
    assembly: {
      id: assembly.id,
      name: assembly.name,
      union: union.name,
      kind: assembly.kind,
      day: assembly.day,
      time: assembly.time,
      place: assembly.place,
      state: assembly.state,
    },
    state: standing.state,
    quorum: standing.quorum ? { ...standing.quorum } : null,
    adjourned: showAdjourned(standing),
    items: agenda.map((item) => showItem(item, standing)),
    listOpen: standing.item !== null && !standing.closedLists.has(standing.item),
    speaking: speaking ? showSpeaker(speaking) : null,
    waiting: list
      .filter((s) => s.state === "waiting")
      .slice(0, seen)
      .map(showSpeaker),
    vote: pending ? showVote(pending) : null,
    results: votes.filter((v) => v.state === "announced").map(showResult),
    panels: (await panelsOf(doors, ctx.tx, assembly.id)).map(showPanel),
  }
}

export const showAdjourned = ({ adjourned }: Standing): Shown["adjourned"] =>
  adjourned ? { at: adjourned.at.toISOString(), because: adjourned.because, until: adjourned.until } : null
