/**
 * Drawings are made by our own code from people's words. Should one of those words ever get out of its
 * quotes, nothing may run, load or be read: such a drawing throws before it reaches a page.
 */
const forbidden: readonly [RegExp, string][] = [
  [/<!DOCTYPE|<!ENTITY/i, "a document type or entity"],
  [/<\?(?!xml\s)/i, "a processing instruction"],
  [/<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|animate\w*|set)[\s/>]/i, "an active element"],
  [/\son\w+\s*=/i, "an event handler"],
  [/href\s*=(?!\s*["'](?:#|data:image\/(?:png|jpeg);base64,))/i, "an outside reference"],
  [/@import|url\((?!\s*["']?#)/i, "an outside style"],
]

/** The same drawing, once it is known to be an SVG that refers to nothing outside itself. Throws otherwise. */
export function selfContained(svg: string): string {
  const drawing = svg.trim()
  if (!/^(?:<\?xml[^>]*\?>\s*)?<svg[\s>]/.test(drawing)) throw new Error("A figure must be an SVG document.")
  for (const [pattern, what] of forbidden)
    if (pattern.test(drawing)) throw new Error(`A figure must not contain ${what}.`)
  return drawing
}

/** Width divided by height, from the view box or from width and height. */
export function proportion(svg: string): number {
  const root = svg.match(/<svg[^>]*>/)?.[0] ?? ""
  const box = root.match(/viewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/)
  const width = Number(box?.[1] ?? root.match(/\swidth\s*=\s*["']([\d.]+)/)?.[1])
  const height = Number(box?.[2] ?? root.match(/\sheight\s*=\s*["']([\d.]+)/)?.[1])
  if (!(width > 0 && height > 0)) throw new Error("A figure needs a view box, or a width and a height.")
  return width / height
}
