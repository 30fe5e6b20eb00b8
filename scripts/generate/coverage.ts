import { type Files, isTest } from "../check/files.ts"
import type { ArticleFolder } from "./clauses.ts"

/** How each clause is judged: what the contents page of the policy says. */
export interface Judging {
  readonly rules: ReadonlySet<string>
  readonly unmechanised: ReadonlyMap<string, string>
  /** Ids of the questions that speak for a clause. */
  readonly questions: (clause: string) => readonly string[]
}

/** Rooms that declare a clause in `modules/NAME/module.ts`, read as text. */
export function roomsOf(files: Files): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>()
  for (const [path, content] of files) {
    const name = /^modules\/([^/]+)\/module\.ts$/.exec(path)?.[1]
    const list = name && /\bclauses:\s*\[([^\]]*)\]/.exec(content)?.[1]
    if (!name || list === undefined) continue
    for (const [, clause = ""] of list.matchAll(/"([^"]+)"/g))
      out.set(clause, [...(out.get(clause) ?? []), name])
  }
  return out
}

/** Files of one kind that name a clause exactly. */
const naming = (files: Files, kind: RegExp, clause: string): string[] =>
  [...files].flatMap(([path, content]) =>
    kind.test(path) && !isTest(path) && content.includes(`"${clause}"`)
      ? [path.replace(/^modules\/([^/]+)\/(?:actions|screens)\//, "$1/").replace(/\.tsx?$/, "")]
      : [],
  )

const cell = (items: readonly string[]) => items.join("<br>") || "—"

/** docs/coverage.md: clause → rule → module → action → screen → test. */
export function coverageFile(articles: readonly ArticleFolder[], files: Files, judging: Judging): string {
  const rooms = roomsOf(files)
  const lines = articles.flatMap(({ folder, text }) => [
    `\n## ${text.title}\n`,
    "| 条款 | 约束力 | 判断 | 问题 | 模块 | 动作 | 界面 | 案例 |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...text.clauses.map(({ id, force, onceAdopted }) => {
      const reason = judging.unmechanised.get(id)
      const judged = judging.rules.has(id)
        ? `[rule](../policy/${folder}/rules.ts)`
        : reason
          ? `人：${reason}`
          : "—"
      const cases = files.get(`policy/${folder}/cases.yaml`)?.split(`条款: "${id}"`).length ?? 1
      return `| ${[
        id,
        onceAdopted ? `may → ${force}` : force,
        judged,
        cell(judging.questions(id)),
        cell(rooms.get(id) ?? []),
        cell(naming(files, /^modules\/[^/]+\/actions\//, id)),
        cell(naming(files, /^modules\/[^/]+\/screens\//, id)),
        cases > 1 ? `[${cases - 1}](../policy/${folder}/cases.yaml)` : "—",
      ].join(" | ")} |`
    }),
  ])
  return `# 条款覆盖\n\n由 \`npm run generate\` 生成，请勿手改。\n${lines.join("\n")}\n`
}
