import { isRule } from "@qiaoliang/clause"
import type { Files } from "../check/files.ts"
import { roomsOf } from "../permissions/ask.ts"
import { type ArticleFolder, clausesFile } from "./clauses.ts"
import { coverageFile } from "./coverage.ts"
import { curveFile } from "./curve.ts"
import { permissionsFile } from "./permissions.ts"
import { proceduresFile } from "./procedures.ts"

/** Every generated file as it should be, by path. The policy is loaded late: it imports one of them. */
export async function generated(
  articles: readonly ArticleFolder[],
  files: Files,
): Promise<Map<string, string>> {
  const { articles: judged, questionOf, questions } = await import("#policy/index.ts")
  const { courseKinds, modules } = await import("../../apps/server/modules.ts")
  const entries = judged.flatMap((a) => a.entries)
  const ids = Object.keys(questions) as (keyof typeof questions)[]
  return new Map([
    ["policy/clauses.generated.ts", clausesFile(articles)],
    ["packages/ballot/fast/curve.generated.ts", await curveFile()],
    ["docs/procedures.md", proceduresFile(courseKinds)],
    ["docs/permissions.md", permissionsFile(await roomsOf(modules))],
    [
      "docs/coverage.md",
      coverageFile(articles, files, {
        rules: new Set(entries.filter(isRule).map((r) => r.clause)),
        unmechanised: new Map(entries.flatMap((e) => ("reason" in e ? [[e.clause, e.reason]] : []))),
        questions: (clause) => ids.filter((q) => questionOf(q).clauses.some((c) => c === clause)),
      }),
    ],
  ])
}
