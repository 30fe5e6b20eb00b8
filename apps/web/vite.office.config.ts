import { defineConfig } from "vite"
import { app, here } from "./app.ts"
import { packed } from "./packed.ts"
import { quietIcons } from "./quiet-icons.ts"

/** The office, built beside the public site with React and antd. */
export default defineConfig(() => {
  const settings = app({
    entry: { office: here("office.html") },
    manifest: ".vite/office.json",
    together: {
      frame:
        /node_modules\/(react|react-dom|scheduler|@tanstack)\/|kit\/web\/(nav|call|use|states|viewer|settings|tell|words|days|moments|Page|Brand|Clause)\.tsx?$/,
    },
    // Read at desks: a tenth less packing for a fifth of the time.
    plugins: [quietIcons(), packed(9)],
  })
  return {
    ...settings,
    publicDir: false as const,
    build: { ...settings.build, emptyOutDir: false, modulePreload: { polyfill: false } },
  }
})
