import type { Tx } from "#kit/server/db.ts"
import { recordsOf } from "#kit/server/ledger.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Application, applicationOf, applicationsOf, type Call } from "#modules/calls/index.ts"
import { type RecordedMove, topic } from "#modules/courses/index.ts"
import { windowNames } from "#policy/04-eligibility/standing.ts"
import type { AcademicRecord, RankWindow } from "#policy/vocabulary.ts"
import type { FormFacts, Opinion, Person } from "./form.ts"
import { postOf, type Seen } from "./present.ts"
import { type PostKind, vouch } from "./procedure.ts"
import { sourceName } from "./source.ts"
import type { SummaryRow } from "./summary.ts"

const ranksOf = (record: AcademicRecord | undefined, named: boolean): string =>
  (Object.entries(windowNames) as [RankWindow, string][])
    .flatMap(([window, name]) => {
      const at = record?.windows[window]
      return at ? [`${named ? name : ""}${at.rank}/${at.of}`] : []
    })
    .join("\n") || "—"

const failsOf = (record: AcademicRecord | undefined): string =>
  record?.fails === undefined ? "—" : record.fails === 0 ? "无" : `${record.fails}门`

const gradeOf = (s: Seen) => `${s.k.grade}级${s.registered?.className ? ` ${s.registered.className}` : ""}`

function personOf(s: Seen, a: Application): Person {
  const student = s.registered?.student
  return {
    name: s.k.name,
    number: s.k.number,
    sex: s.registered?.sex ?? "",
    ethnicity: s.registered?.ethnicity ?? "",
    political: student?.politicalWritten ?? "",
    faculty: s.k.faculty,
    major: s.registered?.major ?? "",
    grade: gradeOf(s).replace(" ", "\n"),
    ranks: ranksOf(student?.record, true),
    fails: failsOf(student?.record),
    post: postOf(s.k),
    source: sourceName(s.k.source),
    statement: a.statement,
    achievements: a.achievements,
  }
}

/** The signatures that stand, with the words given: a form must not show what was sent back. */
async function opinionsOf(tx: Tx, { course }: Seen): Promise<Opinion[]> {
  const moves = await recordsOf<RecordedMove>(tx, topic, course.id)
  return course.state.signed.map((g) => {
    const move = moves.findLast(
      ({ body: m }) => m.kind === "pass" && m.step === g.step && m.office === g.office && m.number === g.by,
    )?.body
    return {
      step: g.step,
      office: g.office,
      words: move?.says?.[vouch.key]?.trim() ?? "",
      by: `${move?.capacity ?? ""}${move?.name ?? ""}`,
      on: g.on,
    }
  })
}

export async function formFacts(ctx: Ctx, call: Call, s: Seen): Promise<FormFacts | undefined> {
  const application = await applicationOf(ctx.tx, s.k.applicationId)
  return (
    application && {
      ...blank(ctx, call, s.k.postKind),
      person: personOf(s, application),
      opinions: await opinionsOf(ctx.tx, s),
    }
  )
}

export const blank = (ctx: Ctx, call: Call, postKind: PostKind): FormFacts => ({
  union: call.unionName,
  call: call.title,
  postKind,
  person: null,
  opinions: [],
  printed: ctx.today,
})

const ended = { passed: "已办结", refused: "未通过", withdrawn: "已撤回" } as const

export async function summaryRows(ctx: Ctx, call: Call, of: readonly Seen[]): Promise<readonly SummaryRow[]> {
  const known = new Set((await applicationsOf(ctx.tx, call.id)).map((a) => a.id))
  const rows: SummaryRow[] = []
  for (const s of of) {
    if (!known.has(s.k.applicationId) || s.k.outcome === "withdrawn") continue
    const record = s.registered?.student.record
    const opinions = await opinionsOf(ctx.tx, s)
    rows.push({
      name: s.k.name,
      sex: s.registered?.sex ?? "",
      number: s.k.number,
      faculty: s.k.faculty,
      grade: gradeOf(s),
      political: s.registered?.student.politicalWritten ?? "",
      ranks: ranksOf(record, false),
      fails: failsOf(record),
      post: postOf(s.k),
      source: sourceName(s.k.source),
      stage: s.k.outcome ? ended[s.k.outcome] : (s.course.procedure.steps[s.course.state.at]?.label ?? ""),
      vouched: opinions.find((o) => o.words)?.words ?? "",
    })
  }
  return rows
}
