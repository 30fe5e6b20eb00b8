/** Text against code, imports, generated files, lock file: one line a check; exit 1 where one fails. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { articles, questionOf, questions } from "#policy/index.ts"
import { citationsExist } from "./check/citations.ts"
import { directions } from "./check/directions.ts"
import { readRepository } from "./check/files.ts"
import { known } from "./check/known.ts"
import { addresses } from "./check/lockfile.ts"
import { procedureFaults } from "./check/procedures.ts"
import { allJudged, quotesStand, sameAsSeed } from "./check/text.ts"
import { articleFolders, readErrata } from "./generate/clauses.ts"
import { generated } from "./generate/outputs.ts"
import { faultsOf, roomsOf } from "./permissions/ask.ts"

const root = join(import.meta.dirname, "..")
const read = (path: string) => readFileSync(join(root, path), "utf8")
const tops = ["apps", "docs", "e2e", "kit", "modules", "packages", "policy"]
const files = readRepository(root, [...tops, "CONTRIBUTING.md", "README.md", "README.zh-CN.md"])
const texts = articleFolders(join(root, "policy"))
const ids = new Set(texts.flatMap((a) => a.text.clauses.map((c) => c.id)))
const asked = (Object.keys(questions) as (keyof typeof questions)[]).flatMap((q) => [
  ...questionOf(q).clauses,
])
const procedures = [...files].flatMap(([path, content]) =>
  /\/procedure[\w-]*\.ts$/.test(path) ? (content.match(/\b\d{1,2}\.\d{1,2}[a-c]?\b/g) ?? []) : [],
)

const checks: Record<string, () => string[] | Promise<string[]>> = {
  "rules quote words of their clause": () => quotesStand(texts, articles),
  "every clause is judged, asked or reasoned": () =>
    allJudged(texts, articles, new Set([...asked, ...procedures])),
  "clauses cited exist": () => citationsExist(files, ids),
  "articles joined are the source": () =>
    sameAsSeed(
      read("policy/seed.txt"),
      read("policy/preamble.md"),
      texts,
      readErrata(read("policy/errata.md")),
    ),
  "generated files are up to date": async () =>
    [...(await generated(texts, files))].flatMap(([path, content]) =>
      files.get(path) === content ? [] : [`${path}: run npm run generate`],
    ),
  "procedures can be walked": async () => {
    const { courseKinds } = await import("../apps/server/modules.ts")
    return procedureFaults(
      courseKinds.map((k) => k.procedure),
      known,
    )
  },
  "every verb is in the table of permissions": async () => {
    const { modules } = await import("../apps/server/modules.ts")
    return faultsOf(await roomsOf(modules))
  },
  "imports go one way": () => directions(files),
  "the lock file has no addresses": () => addresses(read("package-lock.json")),
}

for (const [name, check] of Object.entries(checks)) {
  const problems = await check()
  console.log(`${problems.length ? "✗" : "✓"} ${name}`)
  for (const problem of problems) console.log(`    ${problem}`)
  if (problems.length) process.exitCode = 1
}
