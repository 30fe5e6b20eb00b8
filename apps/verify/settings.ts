import { type Language, wordsOf } from "./words.ts"

/** The reader's language and theme, kept under the same name as the product keeps them (kit/web/settings.ts). */
const KEY = "qiaoliang"

function kept(): { language?: unknown; theme?: unknown } {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}")
    return typeof value === "object" && value !== null ? value : {}
  } catch {
    return {}
  }
}

let language: Language = "zh"

const night = () => matchMedia("(prefers-color-scheme: dark)")
const paper = () => matchMedia("print")

/** Not as this file is loaded: workers load it too, and have no screen. */
export function begin(): void {
  language = kept().language === "en" ? "en" : "zh"
  for (const light of [night(), paper()]) light.addEventListener("change", show)
  show()
}

function show(): void {
  const { theme } = kept()
  const root = document.documentElement
  const dark = !paper().matches && (theme === "dark" || (theme !== "light" && night().matches))
  root.dataset.theme = dark ? "dark" : "light"
  root.lang = language === "en" ? "en" : "zh-CN"
  document.title = words().title
}
export const words = () => wordsOf(language)

export function otherLanguage(): void {
  language = language === "en" ? "zh" : "en"
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...kept(), language }))
  } catch {
    // Then the choice lasts until the page is closed.
  }
  show()
}
