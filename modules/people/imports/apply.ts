import type { Tx } from "#kit/server/db.ts"
import { compareTemporal, type Merge, mergeTemporal } from "#kit/server/temporal.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { Applied, Given, Problem } from "#modules/imports/index.ts"

interface Register extends Pick<Merge, "table" | "key" | "columns"> {
  /** The list is always the whole: what it does not name is no more. */
  readonly whole?: boolean
  /** Which of its rows are a faculty's own. None: the register is the university's alone. */
  readonly ofFaculty?: OfFaculty
}

interface OfFaculty {
  /** SQL, true for a staged row `s` that is not the faculty's; $1 the university, $2 the faculty's name. */
  readonly foreign: string
  /** SQL, true for a row `t` of the table that is the faculty's, its name given as a literal. */
  readonly own: (faculty: string) => string
}

/** A register whose staged rows take the place of what its table said; counted only, when `dry`. */
export const applyRegister =
  (of: Register) =>
  async (ctx: Ctx, given: Given): Promise<Applied> => {
    const { table, key, columns, whole, ofFaculty } = of
    const { staged, asOf, change, dry, complete, onlyFaculty } = given
    const problems = onlyFaculty === null ? [] : await outside(ctx.tx, given, onlyFaculty, ofFaculty)
    const rows =
      onlyFaculty === null || !ofFaculty ? "true" : ofFaculty.own(ctx.tx.client.escapeLiteral(onlyFaculty))
    const closing = whole || complete ? { closeMissing: rows } : {}
    const merge: Merge = { table, key, columns, staging: staged!, asOf, change, ...closing }
    const counted = dry || problems.length > 0
    const outcome = counted ? await compareTemporal(ctx.tx, merge) : await mergeTemporal(ctx.tx, merge)
    return { outcome, problems, unions: "all" }
  }

/** What a faculty's importer brings that is not the faculty's: an error for all of it. */
async function outside(
  tx: Tx,
  { staged, fileName }: Given,
  faculty: string,
  ofFaculty: OfFaculty | undefined,
): Promise<Problem[]> {
  const error = (because: string, cure: string): Problem[] => [
    { file: fileName, sheet: null, row: null, kind: "error", because, cure },
  ]
  if (!ofFaculty) return error("这类表只由校级部门导入", "请学校团委、学生工作部或教务处导入")
  const { rows } = await tx.client.query<{ n: string; number: string | null }>(
    `select count(*) as n, min(s.number) as number from ${staged} s where ${ofFaculty.foreign}`,
    [tx.university, faculty],
  )
  const n = Number(rows[0]?.n ?? 0)
  if (!n) return []
  return error(
    `有${n}人不属于${faculty}，如学号${rows[0]?.number ?? ""}`,
    "只导入本学院（系）的学生，或请校级部门导入",
  )
}
