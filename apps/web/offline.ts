import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { build, type Plugin } from "vite"
import { filesOf } from "./manifest.ts"

/** What every public page begins with. */
const frame = ["index.html", "kit/web/words/zh.json", "modules/site/words/zh.json"]

/** The pages that stay readable without a connection, with their rooms' words: nothing secret, nothing of the office. */
const shelf = [
  "modules/home/screens/Me.tsx",
  "modules/home/words/zh.json",
  "modules/reminders/screens/Bell.tsx",
  "modules/reminders/words/zh.json",
]

/** The page students come to from their home screen: what it loads and asks is named in its head. */
const first = {
  page: "me.html",
  sources: ["modules/home/screens/Me.tsx", "modules/home/words/zh.json"],
  asks: ["/api/home/mine"],
}

const fixed = ["/theme.js", "/favicon.svg", "/icon-192.png", "/manifest.webmanifest"]

/** Beside the built public pages: the page for phones, and the worker that keeps the shelf (docs/decisions/0040). */
export function offline(worker: string): Plugin {
  let dist = ""
  return {
    name: "qiaoliang:offline",
    apply: "build",
    configResolved: (settings) => {
      dist = resolve(settings.root, settings.build.outDir)
    },
    writeBundle: {
      order: "post",
      sequential: true,
      handler: async () => {
        const page = readFileSync(`${dist}/index.html`, "utf8")
        writeFileSync(
          `${dist}/${first.page}`,
          headed(dist, page, filesOf(dist, "manifest.json", [...frame, ...first.sources])),
        )
        const kept = filesOf(dist, "manifest.json", [...frame, ...shelf])
        const list = [
          { url: "/index.html", revision: hashOf(page) },
          ...fixed.map((url) => ({ url, revision: hashOf(readFileSync(dist + url)) })),
          // Built files carry a hash of their content in their names.
          ...kept.filter((f) => f !== "index.html").map((f) => ({ url: `/${f}`, revision: null })),
        ]
        await build({
          configFile: false,
          logLevel: "warn",
          publicDir: false,
          define: { "process.env.NODE_ENV": '"production"', __kept__: JSON.stringify(list) },
          build: {
            outDir: dist,
            emptyOutDir: false,
            lib: { entry: worker, formats: ["iife"], name: "worker", fileName: () => "worker.js" },
          },
        })
      },
    },
  }
}

const hashOf = (content: string | Buffer): string =>
  createHash("sha256").update(content).digest("hex").slice(0, 16)

/**
 * The page with what it is about to load and ask named in its head, so that all of it is fetched at once; its styles
 * stand in it, and those of its screen at its end: the first paint waits for no second answer.
 */
function headed(dist: string, page: string, files: readonly string[]): string {
  const own = files.filter((f) => !page.includes(f))
  const link = (rel: string, f: string) => `<link rel="${rel}" crossorigin href="/${f}">`
  const head = [
    ...own.filter((f) => f.endsWith(".js")).map((f) => link("modulepreload", f)),
    ...own
      .filter((f) => f.endsWith(".css"))
      .map((f) => `<link rel="preload" as="style" crossorigin href="/${f}">`),
    ...first.asks.map((url) => `<link rel="preload" as="fetch" crossorigin href="${url}">`),
  ]
  const foot = own.filter((f) => f.endsWith(".css")).map((f) => link("stylesheet", f))
  return page
    .replace(/<link rel="stylesheet"[^>]*href="\/(assets\/[^"]+)">/g, (_, file: string) => {
      return `<style>${readFileSync(`${dist}/${file}`, "utf8").trim()}</style>`
    })
    .replace("</head>", `  ${head.join("\n    ")}\n  </head>`)
    .replace("</body>", `  ${foot.join("\n    ")}\n  </body>`)
}
