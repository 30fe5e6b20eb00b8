import { en } from "./words-en.ts"
import { zh } from "./words-zh.ts"

export type Language = "zh" | "en"
export type Words = typeof zh

export const wordsOf = (language: Language): Words => (language === "en" ? en : zh)
