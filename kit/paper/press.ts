import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { parentPort } from "node:worker_threads"
import { initSync, TypstCompilerBuilder } from "@myriaddreamin/typst-ts-web-compiler"
import { fontFiles } from "./fonts.ts"

/** The thread that sets pages: pdf.ts starts it. Everything it needs is read from disk; nothing is fetched. */

export interface Order {
  readonly id: number
  /** What template.typ reads as /paper.json. */
  readonly paper: string
}

export type Delivery =
  | { readonly id: number; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failure: string }

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

async function set(order: Order): Promise<Delivery> {
  const compiler = await ready
  compiler.map_shadow("/paper.json", new TextEncoder().encode(order.paper))
  const everyDiagnostic = 3
  const made: { result?: Uint8Array; diagnostics?: unknown } = compiler.compile(
    "/main.typ",
    undefined,
    "pdf",
    everyDiagnostic,
  )
  if (made.result) return { id: order.id, pdf: new Uint8Array(made.result) }
  return { id: order.id, failure: JSON.stringify(made.diagnostics ?? "no page and no reason") }
}

/** One at a time: the compiler has one set of files. */
let last: Promise<unknown> = Promise.resolve()
parentPort?.on("message", (order: Order) => {
  last = last
    .then(() => set(order))
    .catch((error: unknown): Delivery => ({ id: order.id, failure: String(error) }))
    .then((delivery) => parentPort!.postMessage(delivery, "pdf" in delivery ? [delivery.pdf.buffer] : []))
})
