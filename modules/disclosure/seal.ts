import { sha256 } from "#kit/server/files.ts"

/** JSON with its keys in order and nothing undefined: equal data, equal text, equal hash. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null"
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  const fields = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(",")}}`
}

/** SHA-256 of a value's canonical JSON, in hexadecimal. */
export const seal = (value: unknown): string => sha256(new TextEncoder().encode(canonical(value)))
