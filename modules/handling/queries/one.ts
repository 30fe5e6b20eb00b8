import { ok } from "@qiaoliang/basics"
import { ifEnough } from "#kit/server/small-numbers.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Course, capacityFor, courseById, isInChain } from "#modules/courses/index.ts"
import { categoriesOf, needById, photosOf, raisersOf, voicesOf } from "#modules/needs/index.ts"
import { mayAnswer, mayHandOn, mayKeep, mayRead, mayTalk, sorts } from "../abilities.ts"
import * as contract from "../contract.ts"
import { type HandlingRow, isLate, runs, waits } from "../handling.ts"
import { type OfNeed, theNeed } from "../load.ts"
import { membersOf } from "../members.ts"
import { officesFor } from "../offices.ts"
import { categoryOf, presentAnswer, presentCategory, presentMessage, raiserFor } from "../present.ts"
import { signs } from "../signing.ts"
import * as store from "../store.ts"
import { messagesOf, notesOf, templatesOf } from "../store-words.ts"
import { ownersOf } from "../talk.ts"

/** One need for those who handle it. */
export const one = query(contract.one, {
  load: theNeed,
  may: mayRead,
  run: async (ctx, { id }, of) => {
    const { need, row } = of
    const talks = "as" in mayTalk(ctx.actor, of)
    const owners = ownersOf(ctx.actor, of)
    const handsOn = "as" in mayHandOn(ctx.actor, of)
    const course = row.course ? await courseById(ctx.tx, row.course) : undefined
    const categories = await categoriesOf(ctx.tx)
    const lead = need.mergedInto ? await needById(ctx.tx, need.mergedInto) : undefined
    return ok({
      ...wordsOf(of),
      category: categoryOf(categories, need),
      ...(await peopleIn(ctx, of)),
      mergedInto: lead ? { id: lead.id, nth: lead.nth } : null,
      ...standingOf(row, ctx.today),
      ...(course && isInChain(ctx.actor, course)
        ? { course: course.id, version: signsStep(ctx, course) ? course.state.version : null }
        : { course: null, version: null }),
      answers: (await store.answersOf(ctx.tx, id)).map(presentAnswer),
      draft: "as" in mayAnswer(ctx.actor, of) ? await draftOf(ctx, row) : null,
      threads: await threadsOf(ctx, of),
      notes: (await notesOf(ctx.tx, id, owners)).map((n) => ({
        text: n.text,
        byName: n.byName,
        at: n.at.toISOString(),
      })),
      deeds: (await store.deedsOf(ctx.tx, id)).map(({ what, byName, because, onDay }) => ({
        what,
        byName,
        because,
        on: onDay,
      })),
      ratings: await ratingsOf(ctx, id),
      templates: (await templatesOf(ctx.tx, owners)).map(({ id, name, text }) => ({ id, name, text })),
      categories: categories.map(presentCategory),
      offices: handsOn ? await officesFor(ctx) : [],
      members: handsOn ? (await membersOf(ctx, of)).map(({ number, name }) => ({ number, name })) : [],
      can: {
        ...may(ctx, of),
        talk: talks,
        unseal: need.shown === "anonymous" && "as" in sorts(ctx.actor, of),
      },
    })
  },
})

/** Whether the person may take the step the course stands at: a clerk may not. */
const signsStep = (ctx: Ctx, course: Course): boolean =>
  course.procedure.steps[course.state.at]?.by.some(
    (b) => capacityFor(ctx.actor, b, course.places[b.office]) !== undefined,
  ) ?? false

function may(ctx: Ctx, of: OfNeed): Record<string, boolean> {
  const { row } = of
  const handsOn = row.left === null && "as" in mayHandOn(ctx.actor, of)
  const answers = row.left === null && "as" in mayAnswer(ctx.actor, of)
  const waiting = waits(row)
  const step = row.step
  return {
    send: handsOn && waiting,
    decline: handsOn && row.state === "sorting",
    correct: handsOn && row.state === "sorting",
    assign: handsOn && row.state !== "done",
    unmerge: handsOn,
    keep: row.left === null && waiting && "as" in mayKeep(ctx.actor, of),
    answer: answers && (step === "accepting" || step === "answering"),
    solve: answers && step === "solving",
    sign: answers && signs(ctx.actor, row),
  }
}

const wordsOf = ({ need, union }: OfNeed) => ({
  id: need.id,
  nth: need.nth,
  union: union.name,
  desk: need.desk,
  title: need.title,
  text: need.text,
  place: need.place,
  raisedOn: need.raisedOn,
  shown: need.shown,
  discreet: need.discreet,
  source: need.source?.label ?? null,
})

/** Who raised it and what was merged into it, each as far as the person asking may know; voices, photos. */
async function peopleIn(ctx: Ctx, of: OfNeed) {
  const { need, parts } = of
  const ids = [need, ...parts].map((n) => n.id)
  const raisers = await raisersOf(ctx.tx, ids)
  const photos = await photosOf(ctx.tx, ids)
  const desk = "as" in sorts(ctx.actor, of)
  const raiser = raiserFor(need, raisers, desk)
  const voices = (await voicesOf(ctx.tx, [need.id])).get(need.id)
  const faculties = voices?.faculties ?? []
  return {
    raiser: raiser ? { name: raiser.name, number: raiser.number } : null,
    photos: photos.get(need.id) ?? [],
    // A faculty named beside few voices would say where an unnamed raiser is from.
    voices: {
      total: voices?.total ?? 0,
      from: ifEnough(voices?.total ?? 0) === null ? null : faculties.length,
      faculties: faculties.filter((f) => ifEnough(f.count) !== null),
    },
    parts: parts.map((p) => ({
      id: p.id,
      nth: p.nth,
      title: p.title,
      text: p.text,
      raisedOn: p.raisedOn,
      raiser: raiserFor(p, raisers, desk)?.name ?? null,
      photos: photos.get(p.id) ?? [],
    })),
  }
}

const standingOf = (row: HandlingRow, today: string) => ({
  state: row.state,
  step: row.step,
  left: row.left,
  open: row.open,
  misrouted: row.misrouted,
  office: row.officeName ? { kind: row.office ?? "", place: row.place ?? "", name: row.officeName } : null,
  assignee: row.assignee ? { number: row.assignee, name: row.assigneeName ?? "" } : null,
  sentOn: row.sentOn,
  answeredOn: row.answeredOn,
  solvedOn: row.solvedOn,
  closedOn: row.closedOn,
  due: runs(row) ? row.due : null,
  late: isLate(row, today),
  round: row.round,
  because: row.because,
})

/** The last words of this round that nobody approved yet. */
async function draftOf(ctx: Ctx, row: HandlingRow) {
  const kind = row.step === "solving" ? "solution" : row.step === null ? undefined : "answer"
  const draft = (await store.draftsOf(ctx.tx, row.needId)).find(
    (d) => d.round === row.round && d.kind === kind,
  )
  return draft ? { kind: draft.kind, outcome: draft.outcome, text: draft.text, byName: draft.byName } : null
}

async function threadsOf(ctx: Ctx, { need, parts }: OfNeed) {
  const all = [need, ...parts]
  const said = await messagesOf(
    ctx.tx,
    all.map((n) => n.id),
  )
  return all.map((n) => ({
    of: n.id,
    nth: n.nth,
    said: said.filter((m) => m.needId === n.id).map(presentMessage),
  }))
}

async function ratingsOf(ctx: Ctx, id: string) {
  const sums = (await store.ratingsOf(ctx.tx, [id])).get(id) ?? { count: 0, solved: 0, stars: 0 }
  const words = (await store.allRatingsOf(ctx.tx, id)).filter((r) => r.words !== "")
  return {
    ...sums,
    words: words.map(({ round, solved, stars, words }) => ({ round, solved, stars, words })),
  }
}
