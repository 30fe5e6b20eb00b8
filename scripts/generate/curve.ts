import { join } from "node:path"
import asc from "assemblyscript/asc"

const root = join(import.meta.dirname, "../..")

/** packages/ballot/fast/curve.generated.ts: the WebAssembly made from `assembly/`, the same bytes every time. */
export async function curveFile(): Promise<string> {
  let wasm: Uint8Array | undefined
  const { error, stderr } = await asc.main(
    [
      "packages/ballot/fast/assembly/index.ts",
      ...["--baseDir", root, "--outFile", "curve.wasm"],
      ...["--enable", "simd", "--runtime", "stub", "-O3", "--converge", "--noAssert"],
    ],
    {
      writeFile: (name: string, content: string | Uint8Array) => {
        if (name === "curve.wasm" && typeof content !== "string") wasm = content
      },
    },
  )
  if (error || !wasm) throw new Error(`the curve does not compile: ${error?.message}\n${stderr.toString()}`)
  return [
    "/** Made by `npm run generate` from assembly/; do not edit. */",
    "export const curveModule =",
    `  "${Buffer.from(wasm).toString("base64")}"`,
    "",
  ].join("\n")
}
