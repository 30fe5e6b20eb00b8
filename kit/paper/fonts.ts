import { createRequire } from "node:module"

/**
 * The fonts that come with the program: what is printed never depends on the machine.
 * Full fonts, not subsets: names hold rare characters (㛃 䶮 𬭎). Symbols 2 is there for ☑.
 */
export const family = {
  serif: "Noto Serif SC",
  sans: "Noto Sans SC",
  symbols: "Noto Sans Symbols 2",
} as const

const require = createRequire(import.meta.url)
const at = (path: string): string => require.resolve(`@expo-google-fonts/${path}`)

/** Absolute paths of the TrueType files. */
export const fontFiles = (): string[] => [
  at("noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"),
  at("noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
  at("noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
  at("noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
  at("noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf"),
]

/** What the DOCX names; Word and WPS substitute where a machine lacks one. */
export const officialFont = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  heading: "黑体",
  subheading: "楷体_GB2312",
  latin: "Times New Roman",
  number: "宋体",
} as const
