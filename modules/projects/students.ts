import type { Ctx } from "#kit/server/world.ts"
import { studentsOfKind } from "#modules/people/index.ts"
import type { UnionRow } from "#modules/unions/index.ts"
import type { Project } from "./project.ts"

/** How many students a project is for: all its union stands for, or its faculty's (7.3: 面向大多数同学). */
export async function studentsFor(ctx: Ctx, p: Project, host: UnionRow): Promise<number> {
  const body = await studentsOfKind(ctx.tx, ctx.today, host.kind)
  return body
    .filter((g) => p.reach === "school" || g.faculty === host.faculty)
    .reduce((n, g) => n + g.students, 0)
}
