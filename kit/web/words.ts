import { startTransition, use } from "react"
import { choose, type Language, settings, useSettings } from "./settings.ts"

/**
 * Every word on screen, per module and language: `modules/NOUN/words/{zh,en}.json` under the name of the
 * module, the frame's own in `kit/web/words/` under `web`. The files are i18next's JSON v4 (nested keys,
 * `{{value}}`, `_one`/`_other`), so translators' tools read them; i18next with its React part is 18 kB of
 * the public page's 120, and of it we need what the 40 lines below do with `Intl.PluralRules`.
 */
export type Words = (key: string, values?: Record<string, string | number | undefined>) => string

type File = { default: object }
const files = {
  ...import.meta.glob<File>("../../modules/*/words/*.json"),
  ...import.meta.glob<File>("./words/*.json"),
}

const loaded = new Map<string, ReadonlyMap<string, string>>()
const loading = new Map<string, Promise<void>>()

const spaces = (): string[] => [
  "web",
  ...new Set(Object.keys(files).flatMap((f) => /modules\/([^/]+)\/words/.exec(f)?.[1] ?? [])),
]

function load(space: string, language: Language): Promise<void> {
  const id = `${space}/${language}`
  const going = loading.get(id)
  if (going) return going
  const file =
    files[space === "web" ? `./words/${language}.json` : `../../modules/${space}/words/${language}.json`]
  const work: Promise<void> = (file ? file() : Promise.resolve({ default: {} })).then((found) => {
    loaded.set(id, new Map(flat(found.default)))
    // As React marks a promise it has seen kept: what is there is not waited for.
    Object.assign(work, { status: "fulfilled", value: undefined })
  })
  loading.set(id, work)
  return work
}

function* flat(tree: object, before = ""): Generator<[string, string]> {
  for (const [key, value] of Object.entries(tree))
    if (typeof value === "string") yield [before + key, value]
    else yield* flat(value, `${before}${key}.`)
}

/** Load before the first render: the frame's words and those of the rooms named, or of all. */
export const prepareWords = async (
  of: readonly string[] | "all",
  language = settings().language,
): Promise<void> => {
  await Promise.all((of === "all" ? spaces() : ["web", ...of]).map((space) => load(space, language)))
}

/** Switch without a flash: the words in use are loaded first. */
export async function chooseLanguage(language: Language): Promise<void> {
  const inUse = new Set([...loading.keys()].map((id) => id.split("/")[0]!))
  await prepareWords([...inUse], language)
  startTransition(() => choose({ language }))
}

/** Words of a module, or the frame's. Suspends until they are there. `t("list.title", { count: 3 })`. */
export function useWords(space = "web"): Words {
  const { language } = useSettings()
  // At every render: React counts it among the hooks when it takes up a render that had to wait.
  use(load(space, language))
  return wordsOf(space, language)
}

/** Outside components, once loaded. */
export function wordsOf(space: string, language = settings().language): Words {
  const words = loaded.get(`${space}/${language}`)
  return (key, values = {}) => {
    const form =
      typeof values.count === "number"
        ? words?.get(`${key}_${plural[language].select(values.count)}`)
        : undefined
    const text = form ?? words?.get(`${key}_other`) ?? words?.get(key)
    if (text === undefined) {
      console.error(`no words: ${space}/${language} ${key}`)
      return key
    }
    return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => `${values[name] ?? ""}`)
  }
}

const plural = { zh: new Intl.PluralRules("zh-CN"), en: new Intl.PluralRules("en") }
