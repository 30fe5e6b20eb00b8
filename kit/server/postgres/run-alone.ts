// Starts one database and holds it until told to stop: what the launcher's tests kill, and a handy
// way to look into a folder: node kit/server/postgres/run-alone.ts FOLDER
import { startPostgres } from "./launch.ts"

const [, , dataDir = "data", then] = process.argv
try {
  const running = await startPostgres({ dataDir })
  // Before the line below: whoever reads it may stop us at once.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      void running.stop().then(() => process.exit(0))
    })
  console.log(JSON.stringify({ url: running.url, superUrl: running.superUrl, folder: running.folder }))
  if (then === "then-exit") process.exit(0)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
