import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { openWorkbook, recognise, recogniseAs } from "@qiaoliang/sheets"
import type { Ctx } from "#kit/server/world.ts"
import type { OfAssembly } from "#modules/assembly/index.ts"
import {
  type DelegateRecord,
  delegates,
  type SettledDelegate,
  settleDelegates,
} from "#modules/congress/pure.ts"
import { registerFor } from "#modules/people/index.ts"
import type { RowProblem } from "#modules/people/pure.ts"
import { checksOf } from "./checks.ts"
import type { Read, ReadLine, ReadProblem } from "./imported.ts"
import { listsOfAssembly } from "./lists.ts"
import { cadresAmong, composedOf, enrolled } from "./register.ts"
import { delegationFor } from "./seating.ts"
import { groundOf } from "./standing.ts"
import { delegatesOf, type Seat } from "./store.ts"

/** What keeps a whole list out; the rest is told beside it. */
const blocking: ReadonlySet<RowProblem["report"]> = new Set([
  "identity-no-match",
  "name-differs",
  "duplicate-person",
  "unread",
])

/** A list of delegates as a file → who would be seated, and everything that stands against it, row by row. */
export async function readHanded(
  ctx: Ctx,
  of: OfAssembly,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<Read, Refusal>> {
  const book = openWorkbook(file.name, file.bytes, { maxBytes: 16 << 20, maxRows: 10_000 })
  if (!book.ok) return book
  const found =
    book.value.sheets.map((s) => ({ sheet: s.name, as: recognise(s, [delegates.spec]) })).find((r) => r.as) ??
    book.value.sheets.slice(0, 1).map((s) => ({ sheet: s.name, as: recogniseAs(s, delegates.spec) }))[0]
  const missing = found?.as?.missing ?? ["姓名"]
  if (!found?.as || missing.length > 0)
    return refuse("unreadable", "没有找到代表名单：须有“代表团”“姓名”“学号”等列", {
      cure: "第一行写列名：代表团、姓名、学号、来源、所属社团、是否学生会骨干，每人一行",
    })
  const { rows: faculties } = await ctx.tx.client.query<{ name: string; aliases: string[] }>(
    "select name, aliases from faculty where university_id = $1",
    [ctx.tx.university],
  )
  const { records, problems } = delegates.read(found.as, {
    file: file.name,
    sheet: found.sheet,
    asOf: ctx.today,
    university: ctx.university.name,
    // A faculty's own congress has its classes as delegations.
    faculties: of.union.level === "school" ? faculties.map((f) => f.name) : [],
    facultyAliases: Object.fromEntries(faculties.flatMap((f) => f.aliases.map((a) => [a, f.name]))),
  })
  if (records.length === 0) return refuse("unreadable", "名单中没有人", { cure: "每人一行，写明姓名和学号" })
  const settled = await settle(ctx, records)
  const lines = settled.delegates.flatMap((d) => lineOf(of, d))
  return ok({
    lines,
    problems: [
      ...problems.map((p) => asRead(p)),
      ...settled.problems.map((p) => asRead(p)),
      ...(await against(ctx, of, lines)),
    ],
  })
}

const asRead = (p: RowProblem): ReadProblem => ({
  kind: p.kind === "error" || blocking.has(p.report) ? "error" : "notice",
  row: p.row,
  because: p.because,
  cure: p.cure ?? null,
})

async function settle(ctx: Ctx, records: readonly DelegateRecord[]) {
  const register = await registerFor(ctx.tx, records, ctx.today)
  const { rows } = await ctx.tx.client.query<{
    number: string
    union: string
    place: { file: string; sheet: string | null; row: number | null } | null
  }>(
    `select distinct on (p.number) p.number, u.name as union, p.place
     from post p join student_union u on u.university_id = p.university_id and u.id = p.union_id
     where p.university_id = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2)
       and p.number = any($3) order by p.number, p.position`,
    [ctx.tx.university, ctx.today, records.flatMap((r) => r.number ?? [])],
  )
  const posts = new Map(rows.map((r) => [r.number, r]))
  return settleDelegates(records, register, (number) => {
    const post = posts.get(number)
    return post && { union: post.union, place: post.place ?? { file: "", sheet: null, row: null } }
  })
}

function lineOf({ union }: OfAssembly, { record, student }: SettledDelegate): ReadLine[] {
  if (!student) return []
  const society = record.society || null
  const organised = record.source !== null && /社团|组织|学生会/.test(record.source)
  return [
    {
      row: record.place.row,
      number: student.number,
      name: student.name,
      delegation: record.delegation || delegationFor(union, student),
      source: organised ? "organisation" : "class",
      society: organised ? society : null,
    },
  ]
}

/** Already seated, more than the seats allow, and what the list as a whole would fail. */
async function against(ctx: Ctx, of: OfAssembly, lines: readonly ReadLine[]): Promise<ReadProblem[]> {
  const seated = await delegatesOf(ctx.tx, of.assembly.id)
  const twice = lines.filter((l) => seated.some((s) => s.number === l.number))
  const numbers = lines.map((l) => l.number)
  const cadres = await cadresAmong(ctx.tx, numbers, ctx.today)
  const students = await enrolled(ctx.tx, numbers, ctx.today)
  const wouldBe = lines.flatMap((l): Seat[] => {
    const s = students.get(l.number)
    return s
      ? [
          {
            ...l,
            id: l.number,
            assemblyId: of.assembly.id,
            voting: true,
            faculty: s.faculty,
            grade: s.grade,
            className: s.className,
            cadre: cadres.has(l.number),
            head: true,
            from: ctx.today,
            to: null,
            basis: "",
            listId: null,
            nominee: null,
            code: null,
            replaces: null,
            endedBecause: null,
            openedBy: "",
            closedBy: null,
          },
        ]
      : []
  })
  const all = [...seated.filter((s) => s.voting), ...wouldBe]
  const checks = checksOf(await composedOf(ctx.tx, all, ctx.today), {
    ...(await groundOf(ctx, of)),
    vacancies: [],
    awaiting: 0,
    headless: [],
  })
  const over = (await listsOfAssembly(ctx.tx, of.assembly.id)).flatMap((list) => {
    const inIt = all.filter((s) => belongs(list, s)).length
    return inIt > list.seats
      ? [
          {
            kind: "error" as const,
            row: null,
            because: `${list.society ?? list.className ?? list.faculty}分配${list.seats}个名额，名单和已有代表共${inIt}名`,
            cure: "按分配方案核减，或先调整分配方案",
          },
        ]
      : []
  })
  return [
    ...twice.map((l) => ({
      kind: "error" as const,
      row: l.row,
      because: `${l.name}已经在代表名单中`,
      cure: "从表中删去这一行",
    })),
    ...over,
    ...checks
      .filter((c) => !c.ok)
      .map((c) => ({ kind: "notice" as const, row: null, because: `${c.title}：${c.says}`, cure: c.cure })),
  ]
}

/** Whether somebody takes one of a list's seats. */
export const belongs = (
  list: { unit: string; faculty: string | null; className: string | null; society: string | null },
  s: { source: string; faculty: string; className: string | null; society: string | null },
): boolean =>
  list.unit === "society"
    ? s.source === "organisation" && s.society === list.society
    : s.source === "class" &&
      s.faculty === list.faculty &&
      (list.unit === "faculty" || s.className === list.className)
