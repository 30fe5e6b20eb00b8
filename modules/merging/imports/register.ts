import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type Recorded, recordHandled, touchedOf } from "#modules/handling/index.ts"
import type { Applied, Given, ImportKind, Problem } from "#modules/imports/index.ts"
import { categoriesOf, raiseTogether, sayNth, takeBack } from "#modules/needs/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { comparedAt } from "../comparing.ts"
import type { RegisterRecord } from "../records.ts"
import { registerSpec } from "../sheets/register.ts"
import { titleOf } from "../sheets/words.ts"
import { broughtBy, insertBrought, registered } from "../store.ts"
import { type Put, putter } from "./categories.ts"
import { summaryOf } from "./summary.ts"

/** The register a union kept by hand comes in: each row a need, with what had become of it. */
export const registerImport: ImportKind = {
  id: "register",
  label: "诉求登记表",
  readerUrl: new URL("../sheets/register.ts", import.meta.url).href,
  spec: registerSpec,
  order: 30,
  tables: [],
  withheld: ["raiser"],
  apply,
  undo,
}

export interface PutRecord {
  readonly record: RegisterRecord
  readonly put: Put
}

async function apply(ctx: Ctx, given: Given): Promise<Applied> {
  const records = given.records as readonly RegisterRecord[]
  const none = { added: 0, changed: 0, closed: 0, same: 0 }
  const union = await unionFor(ctx, records, given)
  if (!union.ok)
    return { outcome: none, problems: [{ ...whole(given), kind: "error", ...union.error }], unions: [] }
  const { fresh, problems } = await freshOf(ctx, records, union.value.id)
  const put = putter(await categoriesOf(ctx.tx))
  const rows = fresh.map((record) => ({ record, put: put(record) }))
  problems.push(...rows.flatMap((r) => proposed(r) ?? []), ...summaryOf(rows, union.value.name, whole(given)))
  const outcome = { ...none, added: fresh.length, same: records.length - fresh.length }
  if (given.dry || fresh.length === 0) return { outcome, problems, unions: [] }
  await save(ctx, rows, union.value, given)
  const shelf = { desk: "union", unionId: union.value.id } as const
  const { groups, pending } = await comparedAt(ctx, shelf, { wait: fresh.length <= few })
  const found = groups.length > 0 ? `查看${groups.length}组可能重复的诉求` : "没有可能重复的诉求"
  const next = {
    label: pending ? "查看可能重复的诉求" : found,
    href: `/office/desk/duplicates?at=${encodeURIComponent(`union:${union.value.id}`)}`,
  }
  return { outcome: { ...outcome, next }, problems, unions: [union.value.id] }
}

const whole = (given: Given) => ({ file: given.fileName, sheet: null, row: null })

type Wrong = Pick<Problem, "because"> & { readonly cure: string }

/** Whose register: the union its title names, else the school's; where the importer answers for a faculty, its union. */
async function unionFor(
  ctx: Ctx,
  records: readonly RegisterRecord[],
  { onlyFaculty }: Given,
): Promise<{ ok: true; value: UnionRow } | { ok: false; error: Wrong }> {
  const all = await unionsOf(ctx.tx)
  const namedBy = (titles: string) =>
    all.filter((u) => titles.includes(u.name)).toSorted((a, b) => b.name.length - a.name.length)[0]
  const [named, another] = new Set(
    [...new Set(records.map((r) => r.titles))].flatMap((t) => namedBy(t) ?? []),
  )
  if (another)
    return {
      ok: false,
      error: {
        because: "工作簿里有几个学生会的登记表",
        cure: "按学生会分成几个文件，分别导入",
      },
    }
  const own = all.filter((u) =>
    onlyFaculty === null ? u.level === "school" : u.level === "faculty" && u.faculty === onlyFaculty,
  )
  const union = named ?? own.find((u) => u.kind === "undergraduate") ?? own[0]
  if (!union)
    return {
      ok: false,
      error: { because: "还没有这份登记表所属的学生会", cure: "先导入该学生会的工作人员名单" },
    }
  if (onlyFaculty !== null && union.faculty !== onlyFaculty)
    return {
      ok: false,
      error: {
        because: `${union.name}不属于${onlyFaculty}`,
        cure: "只导入本学院（系）学生会的登记表，或请校团委导入",
      },
    }
  return { ok: true, value: union }
}

const keyOf = (label: string, words: string) => `${label}\n${words}`

/** Rows not here yet: by their number with their words, in the records and in the sheet itself. */
async function freshOf(ctx: Ctx, records: readonly RegisterRecord[], unionId: string) {
  const problems: Problem[] = []
  const here = new Set((await registered(ctx.tx, unionId)).map((r) => keyOf(r.label, r.words)))
  const seen = new Set<string>()
  const fresh = records.filter((r) => {
    const key = keyOf(r.label, r.words)
    if (here.has(key)) return false
    if (seen.has(key)) {
      problems.push({ ...r.place, kind: "notice", because: `${r.label}在本表中重复登记，只导入一次` })
      return false
    }
    seen.add(key)
    return true
  })
  return { fresh, problems }
}

/** What was read into a category that was not written in the words of 1.3. */
function proposed({ record, put }: PutRecord): Problem | undefined {
  if (put.by === "conduct") return atLeague(record, put)
  const to = `“${put.category.name}”（${put.category.field}）`
  const because = {
    written: undefined,
    "other-word": `类别写作“${record.fieldWritten}”，按${to}导入`,
    words: `${record.fieldWritten ? `看不懂类别“${record.fieldWritten}”` : "类别空白"}，按诉求内容归入${to}`,
    nothing: `${record.fieldWritten ? `看不懂类别“${record.fieldWritten}”` : "类别空白"}，从内容也看不出类别，暂归入${to}`,
  }[put.by]
  return because === undefined
    ? undefined
    : { ...record.place, kind: "notice", column: "类别", because, cure: "不合适的，导入后在受理时更正类别" }
}

const atOnce = 1000
/** More than these are compared after the import has ended: nobody can raise a need until then. */
const few = 1000

/** 7.2, 7.5: not for the union its people are of. */
const atLeague = ({ place }: RegisterRecord, { category }: Put): Problem => ({
  ...place,
  kind: "notice",
  column: "诉求内容",
  because: `反映学生会工作人员作风，按“${category.name}”导入，转由学校团委受理，学生会不能查看`,
  clause: "7.2",
  cure: "不是反映作风的，导入后由学校团委更正类别，即转回学生会",
})

async function save(ctx: Ctx, rows: readonly PutRecord[], union: UnionRow, given: Given): Promise<void> {
  for (let i = 0; i < rows.length; i += atOnce) {
    await saveSome(ctx, rows.slice(i, i + atOnce), union, given)
    given.tell(Math.min(i + atOnce, rows.length), rows.length)
  }
}

async function saveSome(ctx: Ctx, rows: readonly PutRecord[], union: UnionRow, given: Given): Promise<void> {
  const needs = await raiseTogether(
    ctx,
    rows.map(({ record, put }) => ({
      raised: {
        desk: put.category.desk,
        unionId: union.id,
        title: titleOf(record.words),
        text: record.words,
        categoryId: put.category.id,
        field: put.category.field,
        place: "",
        source: { topic: "register", id: `${record.place.row ?? newId()}`, label: record.label },
        raisedOn: record.on,
      },
      who: { faculty: record.faculty, name: record.raiser ?? "" },
    })),
  )
  await recordHandled(
    ctx,
    rows.map(
      ({ record }, i): Recorded => ({
        need: needs[i]!,
        state: record.state,
        officeName: record.office,
        on: record.on,
        note: noteOf(record),
      }),
    ),
  )
  await insertBrought(
    ctx.tx,
    needs.map((n) => n.id),
    given.change,
  )
}

/** The remark; of one that was declined, in which word. */
const noteOf = ({ state, statusWritten, remark }: RegisterRecord): string =>
  [state === "declined" ? statusWritten : "", remark].filter(Boolean).join("，")

/** Everything is taken back, as long as nobody had to do with any of it since. */
async function undo(ctx: Ctx, change: string): Promise<Result<void, Refusal>> {
  const brought = await broughtBy(ctx.tx, change)
  const ids = brought.map((n) => n.id)
  const touched = await touchedOf(ctx.tx, ids)
  const [first, ...others] = brought.filter((n) => n.moved || touched.has(n.id))
  const and = others.length > 0 ? `等${others.length + 1}件` : ""
  if (first)
    return refuse(
      "conflict",
      `${sayNth(first.nth)}${and}导入后已经办理、合并或有同学附议，不能撤销这次导入`,
      {
        cure: "合并过的先拆开；已经办理的，逐件更正",
      },
    )
  await takeBack(ctx, ids)
  return ok(undefined)
}
