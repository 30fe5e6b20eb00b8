import { readFileSync } from "node:fs"
import type { Plugin } from "vite"

/** Answers `words/zh.json?room` with the room's name alone. */
export const roomNames = (): Plugin => ({
  name: "room-names",
  enforce: "pre",
  load(id) {
    const file = /^(.+\/words\/\w+\.json)\?room$/.exec(id)?.[1]
    if (!file) return null
    const { room } = JSON.parse(readFileSync(file, "utf8")) as { room?: string }
    return { code: `export default ${JSON.stringify(room ?? "")}`, moduleType: "js" }
  },
})
