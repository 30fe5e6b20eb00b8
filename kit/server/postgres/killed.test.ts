import { readdir } from "node:fs/promises"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, expect, test } from "vitest"
import { startPostgres } from "./launch.ts"
import { ask, endAll, runAlone, spawnAlone, temporaryFolder } from "./rehearsal.ts"

afterAll(endAll)

// How long a first start takes differs by machine: moments are drawn over the span of one that was let live.
test("killed at any moment of its first start, an app starts the next time", {
  timeout: 180_000,
}, async () => {
  const began = performance.now()
  const whole = await runAlone(await temporaryFolder())
  const span = performance.now() - began
  await whole.end("SIGTERM")
  await expect(ask(whole.url, "select 1")).rejects.toThrow("ECONNREFUSED")

  let halfWay = 0
  for (let kill = 0; kill < 8; kill++) {
    const dataDir = await temporaryFolder()
    const app = spawnAlone(dataDir)
    await sleep(span * (0.15 + (0.9 * (kill + Math.random())) / 8))
    // By turns the app alone (its initdb lives on) and everything it started.
    process.kill(kill % 2 ? -app.pid! : app.pid!, "SIGKILL")
    if ((await readdir(dataDir)).some((name) => name.startsWith("first-start-"))) halfWay++
    const next = await startPostgres({ dataDir })
    expect(await ask(next.url, "select current_user")).toBe("qiaoliang")
    await next.stop()
    const again = await startPostgres({ dataDir })
    expect(await ask(again.url, "select 1")).toBe(1)
    await again.stop()
  }
  expect(halfWay).toBeGreaterThan(0) // or the kills were too early or too late to mean anything
})
