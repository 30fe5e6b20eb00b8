import type { Locale } from "antd/es/locale/index.js"
import type { Language } from "#kit/web/settings.ts"

const ways = {
  zh: () => Promise.all([import("antd/es/locale/zh_CN.js"), import("dayjs/locale/zh-cn.js")]),
  en: () => Promise.all([import("antd/es/locale/en_US.js")]),
}
const found = new Map<Language, Promise<Locale>>()

/** antd's own words (日历、分页…), with dayjs in step. */
export function antdWords(language: Language): Promise<Locale> {
  let way = found.get(language)
  if (!way) {
    way = ways[language]().then(async ([file]) => {
      const { default: dayjs } = await import("dayjs")
      dayjs.locale(language === "zh" ? "zh-cn" : "en")
      // antd's typings call the file CommonJS; the bundler takes its ES form, where `default` is the locale.
      return file.default as unknown as Locale
    })
    found.set(language, way)
  }
  return way
}
