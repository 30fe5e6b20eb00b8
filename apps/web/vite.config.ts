import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"
import { noServer } from "./no-server.ts"

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

// A built page is the production one, whoever builds it: under a test runner React would come out in its
// development form, half as heavy again.
if (process.argv.includes("build") || process.env.VITEST) process.env.NODE_ENV = "production"

/** Two entries, one build: the public site and the office. Chunks are cut by route; only the office has antd. */
export default defineConfig({
  root: here("."),
  base: "/",
  publicDir: here("static"),
  plugins: [react(), noServer(here("../.."))],
  resolve: { alias: { zod: here("../../kit/web/no-zod.ts") } },
  server: { proxy: { "/api": "http://127.0.0.1:3000" } },
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    manifest: true,
    target: ["chrome107", "safari16", "firefox104"],
    // Where modulepreload is unknown (Safari 16, Firefox 104) modules come as they are imported.
    modulePreload: {
      polyfill: false,
      // The public entry names every page of every room: with what each page imports, the names alone outweigh it.
      resolveDependencies: (_, files, { hostId, hostType }) =>
        hostType === "js" && hostId.includes("public")
          ? files.filter((file) => file.endsWith(".css"))
          : files,
    },
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
    rollupOptions: {
      input: { public: here("index.html"), office: here("office.html") },
      // React, its router and the frame in one file: many small ones weigh more once compressed.
      output: {
        codeSplitting: {
          groups: [
            {
              name: "frame",
              test: /node_modules\/(react|react-dom|scheduler|@tanstack)\/|kit\/web\/(nav|call|use|states|viewer|settings|tell|words|days|moments|Page|Brand|Clause)\.tsx?$/,
            },
          ],
        },
      },
    },
  },
})
