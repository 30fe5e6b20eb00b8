import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import type { Plugin } from "vite"

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`

/**
 * What the page may do: run the one script and the one style written in it, the WebAssembly the script carries, and
 * workers made of the script itself. Nothing is fetched from anywhere, so nothing can be sent either.
 */
const policyFor = (program: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(program)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ")

/** In a script no text may end the script, or begin what the parser takes for a comment. */
const inScript = (code: string): string =>
  code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--").replaceAll("\r\n", "\n").trim()

/** The page's words, style and program as one HTML file that needs nothing beside it. */
export function oneFile(template: string, name: string): Plugin {
  return {
    name: "qiaoliang:one-file",
    enforce: "post",
    generateBundle(_, bundle) {
      const files = Object.values(bundle)
      const chunks = files.flatMap((f) => (f.type === "chunk" ? [f] : []))
      const styles = files.flatMap((f) =>
        f.type === "asset" && f.fileName.endsWith(".css") ? [String(f.source)] : [],
      )
      if (chunks.length !== 1 || styles.length !== 1 || files.length !== 2)
        this.error(`one script and one style make the page, not ${files.map((f) => f.fileName).join(", ")}`)
      const program = inScript(chunks[0]!.code)
      const style = styles[0]!.trim()
      const source = readFileSync(template, "utf8")
        .replace("default-src 'none'", () => policyFor(program, style))
        .replace("<style></style>", () => `<style>${style}</style>`)
        .replace("<script></script>", () => `<script>${program}</script>`)
      for (const file of files) delete bundle[file.fileName]
      this.emitFile({ type: "asset", fileName: name, source })
    },
  }
}
