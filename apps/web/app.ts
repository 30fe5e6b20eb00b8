import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import type { UserConfig } from "vite"
import { noServer } from "./no-server.ts"
import { roomNames } from "./room-names.ts"

export const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

// A built page is the production one, whoever builds it: under a test runner React would come out in its
// development form, half as heavy again.
if (process.argv.includes("build") || process.env.VITEST) process.env.NODE_ENV = "production"

/** What both apps are built with. `alias` and `plugins` are an app's own. */
export const app = (own: {
  /** The page it is entered by, and the name of its manifest. */
  readonly entry: Readonly<Record<string, string>>
  readonly manifest: string
  /** Files that belong in one chunk, by its name: the framework with the frame. */
  readonly together: Readonly<Record<string, RegExp>>
  readonly alias?: readonly { find: string | RegExp; replacement: string }[]
  readonly plugins?: UserConfig["plugins"]
}): UserConfig => ({
  root: here("."),
  base: "/",
  publicDir: here("static"),
  plugins: [roomNames(), react(), noServer(here("../..")), ...(own.plugins ?? [])],
  resolve: {
    alias: [{ find: /^zod$/, replacement: here("../../kit/web/no-zod.ts") }, ...(own.alias ?? [])],
  },
  server: { proxy: { "/api": "http://127.0.0.1:3000" } },
  build: {
    outDir: here("dist"),
    manifest: own.manifest,
    target: ["chrome107", "safari16", "firefox104"],
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
    rollupOptions: {
      input: own.entry,
      // Many small files weigh more once compressed, and each is a request.
      output: {
        codeSplitting: {
          groups: Object.entries(own.together).map(([name, test]) => ({ name, test })),
        },
      },
    },
  },
})
