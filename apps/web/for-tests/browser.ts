import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { type Browser, chromium, type Page } from "playwright-core"

/** Debian's Chromium; the flags keep it quiet and let it run as root. */
export const openBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  })

export interface Look {
  readonly width: 1440 | 390
  readonly theme: "light" | "dark"
  readonly language: "zh" | "en"
}

/**
 * A page of a reader with these choices; what it logs as errors is collected. The worker that keeps pages for reading
 * offline stays out of the way unless asked for.
 */
export async function openPage(
  browser: Browser,
  look: Look,
  { offline = false }: { offline?: boolean } = {},
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.width === 390 ? 844 : 900 },
    colorScheme: look.theme,
    reducedMotion: "reduce",
    serviceWorkers: offline ? "allow" : "block",
  })
  await context.addInitScript(
    (kept) => localStorage.getItem("qiaoliang") ?? localStorage.setItem("qiaoliang", kept),
    JSON.stringify({ language: look.language, theme: "system" }),
  )
  const page = await context.newPage()
  const errors: string[] = []
  page.on("console", (m) => m.type() === "error" && errors.push(`${m.text()} ${m.location().url}`))
  page.on("pageerror", (e) => errors.push(`${e}`))
  return { page, errors }
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** axe-core over the page: each violation as `rule: selector`. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe
      .run
    const found = await run()
    return found.violations.flatMap((v) =>
      v.nodes.map((n) => `${v.id}: ${n.target.join(" ")} ${n.html.slice(0, 160)}`),
    )
  })
}

interface Violation {
  id: string
  nodes: { target: string[]; html: string }[]
}
