import { startJobs } from "#kit/server/jobs.ts"
import { FolderInUse, startPostgres } from "#kit/server/postgres/launch.ts"
import { newSetUpToken } from "#modules/accounts/index.ts"
import { assemble } from "./assemble.ts"
import { readConfig } from "./config.ts"
import { servePages } from "./pages.ts"
import { loadSample, sampleLogins } from "./sample.ts"

const config = readConfig(process.env)
const say = (text: string) => console.log(text)

/** End with a sentence, not a stack: what the person at the machine can act on. */
function giveUp(because: string): never {
  console.error(because)
  process.exit(1)
}

const postgres = config.databaseUrl
  ? undefined
  : await startPostgres({
      dataDir: config.dataDir,
      onLost: (why) => giveUp(`数据库意外停止：${why.message}`),
    }).catch((error: unknown) => {
      if (error instanceof FolderInUse) giveUp(error.message)
      throw error
    })
const { world, app, close } = await assemble({
  url: config.databaseUrl ?? postgres!.url,
  dataDir: config.dataDir,
})
await servePages(app)
if (config.sample) await loadSample(world, say)

const jobs = await startJobs(world)

let stopping = false
const stop = async () => {
  if (stopping) return
  stopping = true
  await jobs.stop().catch(() => {})
  await close().catch(() => {})
  await postgres?.stop()
  process.exit(0)
}
process.on("SIGTERM", () => void stop())
process.on("SIGINT", () => void stop())

const address = await app.listen({ port: config.port, host: config.host })
const site = address.replace("127.0.0.1", "localhost")
say(`\n桥梁已就绪 Qiaoliang is ready: ${site}`)
if (await world.firstUniversity()) for (const line of await sampleLogins(world)) say(line)
else say(`首次使用请打开 ${site}/sign-in?set-up=${newSetUpToken(world)}`)
