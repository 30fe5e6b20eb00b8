import { readFileSync } from "node:fs"

interface Entry {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
}
type Manifest = Readonly<Record<string, Entry>>

/** The files of a build that these sources (ends of their paths) need before they stand, each once, the entry first. */
export function filesOf(dist: string, manifest: string, sources: readonly string[]): readonly string[] {
  const entries: Manifest = JSON.parse(readFileSync(`${dist}/.vite/${manifest}`, "utf8"))
  const reached = new Set<string>()
  const walk = (key: string): void => {
    const entry = entries[key]
    if (!entry || reached.has(entry.file)) return
    reached.add(entry.file)
    for (const css of entry.css ?? []) reached.add(css)
    for (const next of entry.imports ?? []) walk(next)
  }
  for (const source of sources) {
    const found = Object.keys(entries).filter((key) => key === source || key.endsWith(`/${source}`))
    if (found.length === 0) throw new Error(`nothing was built from ${source}`)
    for (const key of found) walk(key)
  }
  return [...reached]
}
