/** Rows in PostgreSQL's COPY text format. */
export function copyText(rows: readonly unknown[], fields: readonly string[]): string {
  let out = ""
  for (const row of rows as Record<string, unknown>[]) {
    for (let i = 0; i < fields.length; i++) {
      const value = row[fields[i]!]
      out += (i ? "\t" : "") + (value === null || value === undefined ? "\\N" : escaped(String(value)))
    }
    out += "\n"
  }
  return out
}

const special = /[\\\t\n\r]/
const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" }

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (c) => escapes[c]!) : text
