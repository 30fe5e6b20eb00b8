import { defineConfig } from "vite"
import { app, here } from "./app.ts"
import { offline } from "./offline.ts"
import { packed } from "./packed.ts"

/** React as the public pages have it, 59 kB lighter (docs/decisions/0041). While developing, React itself. */
const light = [
  { find: /^react$/, replacement: "preact/compat" },
  { find: /^react-dom$/, replacement: "preact/compat" },
  { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
  { find: /^react\/jsx-runtime$/, replacement: "preact/jsx-runtime" },
]

/** The public site, and the server of both apps while developing. It empties the folder: it is built first. */
export default defineConfig(({ command }) => {
  const settings = app({
    entry:
      command === "build"
        ? { public: here("index.html") }
        : { public: here("index.html"), office: here("office.html") },
    manifest: ".vite/manifest.json",
    together: {
      frame:
        /node_modules\/(preact|@tanstack)\/|kit\/web\/(nav|call|use|kept|states|viewer|settings|tell|words|days|moments|no-zod|Page|Brand|Clause)\.tsx?$|kit\/contract\.ts$|modules\/(accounts|reminders)\/contract\.ts$/,
    },
    ...(command === "build" ? { alias: light } : {}),
    plugins: [offline(here("public/worker.ts")), packed()],
  })
  return {
    ...settings,
    build: {
      ...settings.build,
      emptyOutDir: true,
      // Where modulepreload is unknown (Safari 16, Firefox 104) modules come as they are imported.
      modulePreload: {
        polyfill: false,
        // The entry names every page of every room: with what each page imports, the names alone outweigh it.
        resolveDependencies: (_, files, { hostId, hostType }) =>
          hostType === "js" && hostId.includes("public")
            ? files.filter((file) => file.endsWith(".css"))
            : files,
      },
    },
  }
})
