/** The value of a JSON text; undefined where it is none, or where an object names a key twice. */
export function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return repeatsKey(text) ? undefined : value
  } catch {
    return undefined
  }
}

/** The value, where the text is exactly what `JSON.stringify` makes of it: compact, one spelling, no key twice. */
export function readCanonical(text: string): unknown {
  const value = readJson(text)
  try {
    return value !== undefined && JSON.stringify(value) === text ? value : undefined
  } catch {
    return undefined // nested too deep to be written again
  }
}

/**
 * Two programs may read an object with a key twice as two things. A valid JSON text is walked once: a
 * string followed by a colon is a key of the innermost object.
 */
function repeatsKey(text: string): boolean {
  const open: Set<string>[] = []
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[[\]{}]/g)) {
    const token = match[0]
    if (token === "{" || token === "[") open.push(new Set())
    else if (token === "}" || token === "]") open.pop()
    else if (match[1] !== undefined) {
      const key: string = JSON.parse(token.slice(0, token.length - match[1].length))
      const keys = open.at(-1)!
      if (keys.has(key)) return true
      keys.add(key)
    }
  }
  return false
}

export type Fields = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Whether the value is an object with exactly these keys, in this order. */
export const hasKeys = (value: unknown, ...keys: string[]): value is Fields =>
  isObject(value) && Object.keys(value).join("\n") === keys.join("\n")

/** Whether the value is an object with exactly these keys, in any order. */
export const hasFields = (value: unknown, ...keys: string[]): value is Fields =>
  isObject(value) && Object.keys(value).sort().join("\n") === keys.sort().join("\n")

export const isText = (value: unknown): value is string => typeof value === "string"
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0
