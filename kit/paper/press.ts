import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { parentPort } from "node:worker_threads"
import { initSync, TypstCompilerBuilder } from "@myriaddreamin/typst-ts-web-compiler"
import { fontFiles } from "./fonts.ts"

/** The thread that sets pages: pdf.ts starts it. Everything it needs is read from disk; nothing is fetched. */

/** Answer to one paper: its pages; the compiler's reasons against it; or how the compiler itself broke. */
export type Delivery =
  | { readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly refused: string }
  | { readonly broken: string }

const wasm = createRequire(import.meta.url).resolve("@myriaddreamin/typst-ts-web-compiler/wasm")

/** The compiler itself, without the wrapper package: that one fetches fonts from a network by default. */
async function warm() {
  initSync({ module: readFileSync(wasm) })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const file of fontFiles()) await builder.add_raw_font(new Uint8Array(readFileSync(file)))
  const compiler = await builder.build()
  compiler.add_source("/main.typ", readFileSync(new URL("./template.typ", import.meta.url), "utf8"))
  return compiler
}
const ready = warm()

async function set(paper: string): Promise<Delivery> {
  const compiler = await ready
  compiler.map_shadow("/paper.json", new TextEncoder().encode(paper))
  const everyDiagnostic = 3
  const made: { result?: Uint8Array; diagnostics?: unknown } = compiler.compile(
    "/main.typ",
    undefined,
    "pdf",
    everyDiagnostic,
  )
  if (made.result) return { pdf: new Uint8Array(made.result) }
  return { refused: JSON.stringify(made.diagnostics ?? "no page and no reason") }
}

/** pdf.ts hands over one paper at a time. */
parentPort?.on("message", async (paper: string) => {
  const delivery = await set(paper).catch((error: unknown): Delivery => ({ broken: String(error) }))
  parentPort!.postMessage(delivery, "pdf" in delivery ? [delivery.pdf.buffer] : [])
})
