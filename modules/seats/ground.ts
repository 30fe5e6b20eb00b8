import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import type { OfAssembly } from "#modules/assembly/index.ts"
import { societyBodies, studentGroups } from "#modules/people/index.ts"
import type { Terms } from "./terms.ts"

/** Whom seats are shared over today: faculties and societies of the school, or classes of the faculty. */
export type Ground = Pick<Terms, "unit" | "faculties" | "societies">

export async function groundOf(ctx: Ctx, { union }: Pick<OfAssembly, "union">): Promise<Ground> {
  const faculty = union.level === "faculty" ? union.faculty : null
  const rows = await studentGroups(ctx.tx, ctx.today, union.kind, faculty)
  const groups = Map.groupBy(rows, (r) => r.group ?? "未登记班级")
  const known = (of: typeof rows, kind: "women" | "party" | "minorities") => {
    const counts = of.map((r) => r[kind])
    return counts.includes(null) ? {} : { [kind]: counts.reduce<number>((n, c) => n + (c ?? 0), 0) }
  }
  const societies = union.level === "school" ? await societyBodies(ctx.tx, ctx.today) : []
  return {
    unit: union.level === "faculty" ? "class" : "faculty",
    faculties: Array.from(groups, ([name, of]) => ({
      name,
      grades: Object.fromEntries(of.map((r) => [`${r.grade}级`, r.students])),
      ...known(of, "women"),
      ...known(of, "party"),
      ...known(of, "minorities"),
    })),
    // A society whose members nobody wrote down has at least the one who would be its delegate.
    societies: societies.map((s) => ({ name: s.name, main: s.main, members: Math.max(1, s.members ?? 1) })),
  }
}

export const studentsOf = ({ faculties }: Ground): number =>
  faculties.flatMap((f) => Object.values(f.grades)).reduce((a, b) => a + b, 0)

/** Only a congress of delegates has seats to share, and only with students on record. */
export function sharable({ assembly }: OfAssembly, ground: Ground): Result<void, Refusal> {
  if (assembly.kind === "general")
    return refuse("against-clause", "全体学生大会由全体学生参加，不分配代表名额", { clause: "6.5" })
  if (assembly.state !== "preparing" && assembly.state !== "convened")
    return refuse("conflict", "大会已经开幕或取消，名额不再改变")
  if (studentsOf(ground) === 0)
    return refuse("conflict", "学籍名册中没有所联系的学生", { cure: "先导入学生名册", clause: "6.3" })
  return ok(undefined)
}
