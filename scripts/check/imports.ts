import { posix } from "node:path"
import { type Files, isSource } from "./files.ts"

/** One import or re-export of a source file. */
export interface Import {
  /** As written. */
  readonly source: string
  /** The file in the repository it means; undefined for packages and node's own. */
  readonly file: string | undefined
  /** Erased before running. */
  readonly typeOnly: boolean
}

const statement =
  /(?:^|[;\n])\s*(?:import|export)\s+(type\s+)?((?:[\w*${}\s,]|as\s)*?)\s*(?:from\s*)?["']([^"'\n]+)["']/g
const dynamic = /\bimport\(\s*["']([^"'\n]+)["']/g

/** Comments away, so that an example in one is not taken for an import. Strings may lose text after `//`. */
const bare = (content: string) =>
  content.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`\w])\/\/.*$/gm, "$1")

/** `{ type A, type B }` imports nothing that runs; `{}` and none do. */
const onlyTypes = (clause: string) => {
  const inside = /^\{([\s\S]*)\}$/.exec(clause.trim())?.[1]
  const names = inside?.split(",").flatMap((n) => n.trim() || []) ?? []
  return names.length > 0 && names.every((n) => n.startsWith("type "))
}

export function importsOf(path: string, content: string, files: Files): Import[] {
  const text = bare(content)
  const out: Import[] = []
  for (const [, type, clause = "", source = ""] of text.matchAll(statement))
    out.push({ source, file: target(path, source, files), typeOnly: Boolean(type) || onlyTypes(clause) })
  for (const [, source = ""] of text.matchAll(dynamic))
    out.push({ source, file: target(path, source, files), typeOnly: false })
  return out
}

function target(from: string, source: string, files: Files): string | undefined {
  if (source.startsWith("#")) return source.slice(1)
  if (source.startsWith(".")) return posix.join(posix.dirname(from), source)
  const own = /^@qiaoliang\/([\w-]+)$/.exec(source)?.[1]
  return own && files.has(`packages/${own}/index.ts`) ? `packages/${own}/index.ts` : undefined
}

export type Graph = ReadonlyMap<string, readonly Import[]>

export const graphOf = (files: Files): Graph =>
  new Map(
    [...files].flatMap(([path, content]) =>
      isSource(path) ? [[path, importsOf(path, content, files)] as const] : [],
    ),
  )
