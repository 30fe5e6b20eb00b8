/** Measuring and breaking Chinese words for a drawing, where no layout engine does it for us. */

/** Width of a text in pixels at a type size, a little generous so that nothing runs out of its box. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const sign of text) ems += emsOf(sign)
  return ems * size
}

function emsOf(sign: string): number {
  const code = sign.codePointAt(0)!
  if (code >= 0x2e80) return 1
  // Dashes and dots that Chinese fonts draw full width.
  if (code >= 0x2010 && code <= 0x2027) return 1
  if (/[A-Z@%&]/.test(sign)) return 0.72
  if (/[\d]/.test(sign)) return 0.58
  if (/[mw]/.test(sign)) return 0.86
  return /[a-z]/.test(sign) ? 0.56 : 0.4
}

/** Signs that may not begin a line. */
const closing = /^[，。、；：！？）》〉」』】”’…—·]/

/** Pieces a line may be broken between: single Chinese signs, whole Latin words. */
const pieces = (text: string): string[] =>
  text.match(/[A-Za-z0-9.,:/_-]+|[\s\S]/gu)?.map((p) => (p === "\n" ? " " : p)) ?? []

/** Lines no wider than `most`, of about equal length: two characters never hang alone under eleven. */
export function wrap(text: string, size: number, most: number): string[] {
  const whole = textWidth(text, size)
  if (whole <= most) return [text]
  const count = Math.ceil(whole / most)
  for (let lines = count; ; lines++) {
    // The last tries have room to spare, so this ends.
    const target = Math.min(most, whole / lines + size * 0.6)
    const broken = fill(pieces(text), size, lines > count ? most : target, most)
    if (broken.length <= lines || lines > count + 2) return broken
  }
}

function fill(parts: readonly string[], size: number, target: number, most: number): string[] {
  const lines: string[] = []
  let line = ""
  for (const part of parts) {
    const grown = textWidth(line + part, size)
    if (line && (grown > target || grown > most) && !closing.test(part)) {
      lines.push(line.trimEnd())
      line = part.trimStart()
    } else line += part
  }
  if (line) lines.push(line)
  return lines
}

/** Words that stay whole, set side by side with a gap until the line is full. */
export function pack(words: readonly string[], gap: string, size: number, most: number): string[] {
  const lines: string[] = []
  let line = ""
  for (const word of words) {
    const grown = line ? line + gap + word : word
    if (line && textWidth(grown, size) > most) {
      lines.push(line)
      line = word
    } else line = grown
  }
  if (line) lines.push(line)
  return lines
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** A text safe inside an SVG element or attribute; control characters, which XML forbids, are dropped. */
export const escapeXml = (text: string): string =>
  [...text]
    .filter((sign) => sign >= " " || sign === "\n")
    .join("")
    .replace(/[&<>"']/g, (sign) => entities[sign]!)
