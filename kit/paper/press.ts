import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { parentPort } from "node:worker_threads"
import { initSync, TypstCompilerBuilder } from "@myriaddreamin/typst-ts-web-compiler"
import { fontFiles } from "./fonts.ts"

/** The thread that sets pages: pdf.ts starts it. Everything it needs is read from disk; nothing is fetched. */

/** Answer to one paper: its pages, and whether the thread should be replaced before the next; the compiler's reasons against it; or how the compiler itself broke. */
export type Delivery =
  | { readonly pdf: Uint8Array<ArrayBuffer>; readonly full: boolean }
  | { readonly refused: string }
  | { readonly broken: string }

const wasm = createRequire(import.meta.url).resolve("@myriaddreamin/typst-ts-web-compiler/wasm")

/**
 * Bytes. The compiler remembers every page it ever set (some 7 MB a disclosure) and version 0.7.0 offers no
 * way to make it forget; `reset` does not. Past this it is cheaper to start again.
 */
const plenty = 400_000_000

/** The compiler itself, without the wrapper package: that one fetches fonts from a network by default. */
async function warm() {
  const { memory } = initSync({ module: readFileSync(wasm) })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const file of fontFiles()) await builder.add_raw_font(new Uint8Array(readFileSync(file)))
  const compiler = await builder.build()
  compiler.add_source("/main.typ", readFileSync(new URL("./template.typ", import.meta.url), "utf8"))
  return { compiler, memory }
}
const ready = warm()

async function set(paper: string): Promise<Delivery> {
  const { compiler, memory } = await ready
  compiler.map_shadow("/paper.json", new TextEncoder().encode(paper))
  const everyDiagnostic = 3
  const made: { result?: Uint8Array; diagnostics?: unknown } = compiler.compile(
    "/main.typ",
    undefined,
    "pdf",
    everyDiagnostic,
  )
  if (made.result) return { pdf: new Uint8Array(made.result), full: memory.buffer.byteLength > plenty }
  return { refused: JSON.stringify(made.diagnostics ?? "no page and no reason") }
}

/** pdf.ts hands over one paper at a time. */
parentPort?.on("message", async (paper: string) => {
  const delivery = await set(paper).catch((error: unknown): Delivery => ({ broken: String(error) }))
  parentPort!.postMessage(delivery, "pdf" in delivery ? [delivery.pdf.buffer] : [])
})
