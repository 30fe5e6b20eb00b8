import { existsSync, readFileSync } from "node:fs"
import { addUniversity, bring, openProduct } from "./product.ts"
import { largeRegister } from "./workbooks.ts"

/**
 * `node bench/import-once.ts URL DATA COUNT`: one import in a process of its own; prints what it held
 * before it and at its peak, in MB.
 */
const [url, dataDir, count] = process.argv.slice(2)
if (!url || !dataDir || !count) throw new Error("import-once.ts URL DATA COUNT")

const product = await openProduct(url, dataDir)
const of = await addUniversity(product.world, "计时大学")
const started = peak()
if (Number(count)) await bring(of, largeRegister(Number(count)))
console.log(JSON.stringify({ started, peak: peak() }))
await product.close()

function peak(): number {
  const status = "/proc/self/status"
  const told = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, "utf8"))?.[1] : undefined
  return Math.round((told ? Number(told) : process.resourceUsage().maxRSS) / 1024)
}
