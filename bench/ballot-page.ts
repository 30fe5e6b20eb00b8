import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { fileURLToPath } from "node:url"
import { chromium } from "playwright-core"
import { build } from "vite"
import type { Encrypted, Encryption } from "./ballot-in-page.ts"

/** A page in Chromium that encrypts as a delegate's does, under a policy that allows WebAssembly and no more. */
export interface VotersPage {
  encrypt(what: Encryption): Promise<Encrypted>
  close(): Promise<void>
}

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'"

export async function openVotersPage(): Promise<VotersPage> {
  const scripts = await bundled()
  const server = createServer(({ url = "/" }, answer) => {
    const script = scripts.get(url.slice(1))
    answer.setHeader("content-security-policy", policy)
    answer.setHeader("content-type", script ? "text/javascript" : "text/html; charset=utf-8")
    answer.end(script ?? '<!doctype html><title>·</title><script type="module" src="/page.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  })
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction(() => "encrypt" in globalThis)
  return {
    encrypt: (what) =>
      page.evaluate(
        (given) => (globalThis as unknown as { encrypt(w: Encryption): Promise<Encrypted> }).encrypt(given),
        what,
      ),
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}

/** The page's program, by file name. */
async function bundled(): Promise<ReadonlyMap<string, string>> {
  const entry = fileURLToPath(new URL("./ballot-in-page.ts", import.meta.url))
  const made = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, lib: { entry, formats: ["es"], fileName: () => "page.js" }, target: "es2022" },
  })
  const [first] = Array.isArray(made) ? made : [made]
  if (!first || !("output" in first)) throw new Error("nothing was built")
  return new Map(first.output.flatMap((file) => ("code" in file ? [[file.fileName, file.code]] : [])))
}
