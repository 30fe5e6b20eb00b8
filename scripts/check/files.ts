import { readdirSync, readFileSync, statSync } from "node:fs"
import { join, posix } from "node:path"

/** A repository's text files: path from its root, with `/`, to content. Checks are pure functions of it. */
export type Files = ReadonlyMap<string, string>

/** What is wrong, one sentence a problem, each beginning with where. */
export type Check = (files: Files) => string[]

const skipped = new Set(["node_modules", "dist", "data", ".git", "migrations", "test-output", ".cache"])
const text = /\.(tsx?|mjs|md|ya?ml|json|txt)$/

export function readRepository(root: string, tops: readonly string[]): Files {
  const out = new Map<string, string>()
  const walk = (path: string) => {
    const full = join(root, path)
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) if (!skipped.has(name)) walk(posix.join(path, name))
    } else if (text.test(path)) out.set(path, readFileSync(full, "utf8"))
  }
  for (const top of tops) if (statSync(join(root, top), { throwIfNoEntry: false })) walk(top)
  return out
}

export const isSource = (path: string): boolean => /\.tsx?$/.test(path)

/** Code that only tests and checks run: it may reach anywhere its subject may be tested from. */
export const isTest = (path: string): boolean =>
  /\.test\.tsx?$|\.test-data\.ts$|(^|\/)for-tests(\/|\.ts$)|(^|\/)(build|samples)\.ts$|^e2e\//.test(path)
