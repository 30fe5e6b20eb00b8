// `npm start`: from a fresh clone to a running product. Plain JavaScript for Node 20; everything after the
// install runs on the pinned Node 24. PORT, QIAOLIANG_DATA and DATABASE_URL go through to the server.
import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { environmentWith, giveUp, install, modernNode, root, runThrough, say } from "./prepare.mjs"
import { serverSettings } from "./settings.mjs"
import { buildWeb } from "./web.mjs"

install()
const node = modernNode()
await buildWeb(node)

const main = join(root, "apps", "server", "main.ts")
if (!existsSync(main)) giveUp(`缺少 ${main}`, "the server is missing from this tree")
const environment = environmentWith(node)
// A relative folder means: seen from where the person stands, not from the repository.
if (process.env.QIAOLIANG_DATA) environment.QIAOLIANG_DATA = resolve(process.env.QIAOLIANG_DATA)
say("正在启动……", "Starting")
process.exitCode = await runThrough(node, [...serverSettings, main, ...process.argv.slice(2)], {
  env: environment,
})
