import { type Files, isTest } from "./files.ts"
import { type Graph, graphOf } from "./imports.ts"

/** Which way imports go (docs/architecture.md): `apps → modules → kit → packages`, `modules → policy → packages`. */

const mayReach: Readonly<Record<string, readonly string[]>> = {
  packages: ["packages"],
  policy: ["policy", "packages"],
  kit: ["kit", "packages"],
  modules: ["modules", "kit", "policy", "packages"],
  apps: ["apps", "modules", "kit", "policy", "packages"],
}

const top = (path: string) => path.split("/")[0] ?? ""
const room = (path: string) => /^modules\/([^/]+)\//.exec(path)?.[1]
const article = (path: string) => /^policy\/(\d\d-[^/]+)\//.exec(path)?.[1]
const inScreens = (path: string) => /^modules\/[^/]+\/screens\//.test(path)

/** What the browser gets. Vite's own settings run on the desk of whoever builds. */
export const isBrowser = (path: string): boolean =>
  !isTest(path) &&
  (inScreens(path) || /^kit\/web\//.test(path) || /^apps\/(web\/(office|public)|verify)\//.test(path)) &&
  !/^apps\/verify\/(vite\.config|one-file)\.ts$/.test(path)

const isServerOnly = (path: string): boolean =>
  /^kit\/(server|paper)\/|^apps\/(server|cli)\//.test(path) ||
  /^modules\/[^/]+\/((store|schema|module|index|facts)\.ts$|(actions|queries|jobs|migrations)\/)/.test(path)

/**
 * The doors of a room: `index.ts` on the server, `contract.ts` for what crosses the wire, `pure.ts` for
 * code that runs without server or database (the command line, a worker); screens may also borrow forms.
 */
const isDoor = (file: string, from: string) =>
  /^modules\/[^/]+\/(index|contract|pure)\.ts$/.test(file) ||
  (inScreens(from) && /^modules\/[^/]+\/screens\/forms\.tsx?$/.test(file))

/** The rooms in the order of `apps/server/modules.ts`; undefined before there is such a list. */
export function roomOrder(files: Files): readonly string[] | undefined {
  const content = files.get("apps/server/modules.ts")
  const list = content && /modules:[^=]*=\s*\[([\s\S]*)\]/.exec(content)?.[1]
  if (!content || !list) return undefined
  const rooms = new Map<string, string>()
  for (const [, names = "", name = ""] of content.matchAll(
    /import\s*\{([^}]*)\}\s*from\s*"#modules\/([^/"]+)\/index\.ts"/g,
  ))
    for (const local of names.split(","))
      rooms.set(
        local
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? "",
        name,
      )
  // A room's line is `name,` or `name(…),`; names inside the brackets are what it is furnished with.
  const lines = list.split("\n").map((line) => /^ {2}([A-Za-z]\w*)\b/.exec(line)?.[1] ?? "")
  const local = (line: string) => rooms.get(line) ?? madeBy(content, line, rooms)
  return lines.flatMap((line) => (line && local(line)) || [])
}

/** `export const imports = importsModule([…])`: the room behind a name made in the file itself. */
const madeBy = (content: string, name: string, rooms: ReadonlyMap<string, string>) =>
  rooms.get(new RegExp(`const ${name} = (\\w+)\\(`).exec(content)?.[1] ?? "")

export function directions(files: Files): string[] {
  const graph = graphOf(files)
  const order = roomOrder(files)
  const out: string[] = []
  for (const [from, imports] of graph)
    for (const { file, source } of imports) {
      if (file === undefined) continue
      const wrong = isTest(from) ? undefined : wrongWay(from, file, order)
      if (wrong) out.push(`${from}: ${source}: ${wrong}`)
    }
  return [...out, ...inTheBrowser(graph)]
}

function wrongWay(from: string, to: string, order: readonly string[] | undefined): string | undefined {
  const allowed = mayReach[top(from)]
  if (allowed && !allowed.includes(top(to))) return `${top(from)} may not import ${top(to)}`
  const [ownArticle, other] = [article(from), article(to)]
  if (ownArticle && other && ownArticle !== other) return "an article never imports another article"
  if (inScreens(to) && !isBrowser(from) && !from.startsWith("apps/web/"))
    return "server code imports no screens"
  const [own, theirs] = [room(from), room(to)]
  if (!own || !theirs || own === theirs) return undefined
  if (!isDoor(to, from)) return "another room is entered by its index.ts, contract.ts or pure.ts"
  // The order is of calls and news on the server; a screen asks over the wire, where there is none.
  if (isBrowser(from)) return undefined
  const [at, before] = [order?.indexOf(own) ?? -1, order?.indexOf(theirs) ?? -1]
  if (at >= 0 && before > at) return `${theirs} comes after ${own} in apps/server/modules.ts`
  return undefined
}

/** No server code and nothing of node's is reached from the browser's files, however far around. */
function inTheBrowser(graph: Graph): string[] {
  const out = new Set<string>()
  for (const start of graph.keys()) {
    if (!isBrowser(start)) continue
    const seen = new Set([start])
    const queue = [[start]]
    for (let path = queue.shift(); path; path = queue.shift())
      for (const { file, source, typeOnly } of graph.get(path.at(-1) ?? "") ?? []) {
        if (typeOnly) continue
        if (source.startsWith("node:") || (file && isServerOnly(file)))
          out.add(`${[...path, file ?? source].join(" → ")}: server code in the browser`)
        else if (file && !seen.has(file)) {
          seen.add(file)
          queue.push([...path, file])
        }
      }
  }
  return [...out]
}
