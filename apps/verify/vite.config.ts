import { fileURLToPath } from "node:url"
import { defineConfig } from "vite"
import { noServer } from "../web/no-server.ts"
import { packed } from "../web/packed.ts"
import { oneFile } from "./one-file.ts"

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** `verify.html`, put beside the web app, which is built before it. */
export default defineConfig({
  root: here("."),
  publicDir: false,
  plugins: [noServer(here("../..")), oneFile(here("page.html"), "verify.html"), packed()],
  // Nothing is looked for beside the file.
  define: { "import.meta": "{}" },
  build: {
    outDir: here("../web/dist"),
    emptyOutDir: false,
    target: ["chrome107", "safari16", "firefox104"],
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
    rollupOptions: {
      input: here("main.ts"),
      // A plain script: modules are not loaded from files, and the same text is what the workers run.
      output: { format: "iife", codeSplitting: false },
    },
  },
})
