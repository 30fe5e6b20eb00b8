import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** `drizzle-kit generate` for the kit and each room with tables, into the migrations beside its schema. */
export function generateMigrations(root: string): void {
  const folders = ["kit/server", ...readdirSync(join(root, "modules")).map((name) => `modules/${name}`)]
  const scratch = mkdtempSync(join(tmpdir(), "qiaoliang-drizzle-"))
  try {
    for (const folder of folders) {
      if (!existsSync(join(root, folder, "schema.ts"))) continue
      const config = join(scratch, `${folder.replaceAll("/", "-")}.json`)
      writeFileSync(
        config,
        JSON.stringify({
          dialect: "postgresql",
          schema: `./${folder}/schema.ts`,
          out: `./${folder}/migrations`,
        }),
      )
      console.log(`${folder}/schema.ts`)
      const { status } = spawnSync(
        process.execPath,
        [join(root, "node_modules/drizzle-kit/bin.cjs"), "generate", `--config=${config}`],
        { cwd: root, stdio: "inherit" },
      )
      if (status !== 0) throw new Error(`drizzle-kit could not generate the migrations of ${folder}`)
    }
  } finally {
    rmSync(scratch, { recursive: true })
  }
}
