import { useSyncExternalStore } from "react"

/** What a reader chooses for this browser: remembered in localStorage, shown on `<html>`. */
export type Language = "zh" | "en"
export type Theme = "system" | "light" | "dark"
export interface Settings {
  readonly language: Language
  readonly theme: Theme
  /** The theme as it comes out: `system` resolved, and paper is always light. */
  readonly dark: boolean
}

const KEY = "qiaoliang"
const nightfall = matchMedia("(prefers-color-scheme: dark)")
const printing = matchMedia("print")
const listeners = new Set<() => void>()

function remembered(): { language?: Language; theme?: Theme } {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}")
  } catch {
    return {}
  }
}

function settle(language: Language, theme: Theme): Settings {
  const dark = theme === "dark" || (theme === "system" && nightfall.matches)
  return { language, theme, dark: dark && !printing.matches }
}

/** Chinese is first: English only by choice, whatever the browser prefers. */
let now = settle(remembered().language === "en" ? "en" : "zh", remembered().theme ?? "system")

function show(): void {
  const root = document.documentElement
  root.lang = now.language === "zh" ? "zh-CN" : "en"
  root.dataset.theme = now.dark ? "dark" : "light"
  root.style.colorScheme = now.dark ? "dark" : "light"
}
show()

export const settings = (): Settings => now

export function choose(change: { language?: Language; theme?: Theme }): void {
  now = settle(change.language ?? now.language, change.theme ?? now.theme)
  try {
    localStorage.setItem(KEY, JSON.stringify({ language: now.language, theme: now.theme }))
  } catch {
    // A browser that keeps nothing still shows the choice until the page is closed.
  }
  show()
  for (const tell of listeners) tell()
}
for (const light of [nightfall, printing]) light.addEventListener("change", () => choose({}))

export const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export const useSettings = (): Settings => useSyncExternalStore(subscribe, settings)
