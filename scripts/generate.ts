import { writeFileSync } from "node:fs"
import { articleFolders, clausesFile } from "./generate/clauses.ts"

writeFileSync("policy/clauses.generated.ts", clausesFile(articleFolders("policy")))
