import type { Paper } from "./paper.ts"

/** The measures of an official document, after GB/T 9704—2012 and the usual names of type sizes. */

/** 字号 in points. */
export const size = {
  二号: 22,
  三号: 16,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
} as const

/** Line pitch in points: 22 lines of 三号 fill the 225 mm of the type area. */
export const pitch = { title: 36, body: 28, table: 18, small: 14.5 } as const

export interface PageMeasure {
  /** Millimetres. */
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  /** From the lower edge of the page to the lower edge of the page number. */
  readonly foot: number
}

const a4 = { short: 210, long: 297 }

/** Margins: 天头 37, 订口 28, type area 156 × 225 mm; lying pages are bound on their upper, long edge. */
export function pageMeasure(paper: Pick<Paper, "orientation" | "page">): PageMeasure {
  const form = paper.page === "form"
  if (paper.orientation === "landscape")
    return form
      ? { width: a4.long, height: a4.short, top: 22, bottom: 20, left: 20, right: 20, foot: 11 }
      : { width: a4.long, height: a4.short, top: 28, bottom: 26, left: 37, right: 35, foot: 15 }
  return form
    ? { width: a4.short, height: a4.long, top: 25, bottom: 24, left: 20, right: 20, foot: 13 }
    : { width: a4.short, height: a4.long, top: 37, bottom: 35, left: 28, right: 26, foot: 22 }
}

/** Width of the type area in millimetres. */
export const measureWidth = (page: PageMeasure): number => page.width - page.left - page.right

/** Height of the type area in millimetres. */
export const measureHeight = (page: PageMeasure): number => page.height - page.top - page.bottom

/** How wide a text runs, in characters: Chinese and full-width 1, Latin and digits ½. */
export function breadth(text: string): number {
  let sum = 0
  for (const character of text) sum += character.codePointAt(0)! < 0x2e80 ? 0.5 : 1
  return sum
}

/** Height in millimetres of a box to sign in; a round seal is 42 mm across. */
export const boxHeight = (seal: boolean): number => (seal ? 46 : 32)
