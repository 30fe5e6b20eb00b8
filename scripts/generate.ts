/** `npm run generate`: the files made from the clauses' text; `-- migrations`: the SQL made from schema.ts. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { readRepository } from "./check/files.ts"
import { articleFolders, clausesFile } from "./generate/clauses.ts"
import { generateMigrations } from "./generate/migrations.ts"
import { generated } from "./generate/outputs.ts"

const root = join(import.meta.dirname, "..")

if (process.argv.includes("migrations")) generateMigrations(root)
else {
  const articles = articleFolders(join(root, "policy"))
  // First the ids: the policy cannot be loaded with those of yesterday.
  writeFileSync(join(root, "policy/clauses.generated.ts"), clausesFile(articles))
  mkdirSync(join(root, "docs"), { recursive: true })
  const files = readRepository(root, ["policy", "modules"])
  for (const [path, content] of await generated(articles, files)) {
    writeFileSync(join(root, path), content)
    console.log(path)
  }
}
