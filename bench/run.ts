/**
 * `npm run bench`: the product against the least its work can cost, as ratios within one run, so that
 * they mean the same on any machine. `--rounds N` for more than three; a word chooses (`import`, `register`, `judging`, `procedures`,
 * `memory`, `apportion`, `ballot`, `voting`, `needs`, `similar`, `board`, `web`). Node runs with the settings
 * `npm start` gives the server.
 */
import { fileURLToPath } from "node:url"

const scripts = (name: string) => new URL(`../scripts/${name}`, import.meta.url).href
const { runThrough } = (await import(scripts("prepare.mjs"))) as {
  runThrough(command: string, args: readonly string[]): Promise<number>
}
const { serverSettings } = (await import(scripts("settings.mjs"))) as { serverSettings: readonly string[] }

const program = fileURLToPath(new URL("./measure.ts", import.meta.url))
process.exitCode = await runThrough(process.execPath, [...serverSettings, program, ...process.argv.slice(2)])
