/**
 * A table as CSV that Excel and WPS open rightly: UTF-8 with its mark, CRLF, quotes where needed.
 * A text that a spreadsheet would compute (= + - @) gets an apostrophe before it.
 */
export function toCsv(
  header: readonly string[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
): Uint8Array {
  const lines = [header, ...rows].map((row) => row.map(field).join(","))
  return new TextEncoder().encode(`\ufeff${lines.join("\r\n")}\r\n`)
}

function field(value: string | number | null | undefined): string {
  if (typeof value === "number") return String(value)
  const safe = /^[=+\-@\t\r]/.test(value ?? "") ? `'${value}` : (value ?? "")
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
