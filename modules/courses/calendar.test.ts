import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"

const at = fileURLToPath(new URL("./calendar.ts", import.meta.url))
const days = ["2025-10-01", "2025-10-11", "2025-11-15", "2025-11-17", "2026-02-28"]

/** What the national calendar says on a machine in another time zone. */
function saidIn(zone: string): boolean[] {
  const program = `const { national } = await import(${JSON.stringify(at)}); console.log(JSON.stringify(${JSON.stringify(days)}.map(national)))`
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    env: { ...process.env, TZ: zone },
    encoding: "utf8",
  })
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout) as boolean[]
}

describe("the national calendar", () => {
  it.each(["Asia/Shanghai", "UTC", "America/New_York"])("is the same on a machine in %s", (zone) => {
    expect(saidIn(zone)).toEqual([false, true, false, true, true])
  })
})
