import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import type { Ground } from "./product.ts"
import type { Line } from "./report.ts"

const program = fileURLToPath(new URL("./import-once.ts", import.meta.url))

/** The most memory a fresh process ever held that does nothing but one import. */
export async function memoryLine(ground: Ground, count: number, aim?: number): Promise<Line> {
  const { url } = await ground.database()
  const said = await runAlone([program, url, ground.folder, String(count)])
  const { started, peak } = JSON.parse(said) as { started: number; peak: number }
  return {
    name: count ? `peak memory, import of ${count.toLocaleString("en")}` : "  the product without an import",
    figure: peak,
    unit: "MB",
    ...(aim ? { aim } : {}),
    raw: `VmHWM; ${started} MB before the import`,
  }
}

/** The last line another Node program prints, run with the settings we have. */
function runAlone(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, ...args], {
      stdio: ["ignore", "pipe", "inherit"],
    })
    let said = ""
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text
    })
    child.once("error", reject)
    child.once("exit", (code) =>
      code === 0
        ? resolve(said.trim().split("\n").at(-1)!)
        : reject(new Error(`${args[0]} ended with ${code}`)),
    )
  })
}
