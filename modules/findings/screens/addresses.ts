/** Where the findings are shown: `/office/findings?union=…&article=3`. */
export function listAddress(filter: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(filter).filter(([, v]) => v !== undefined)
  const fields = new URLSearchParams(given.map(([k, v]) => [k, `${v}`])).toString()
  return fields ? `/office/findings?${fields}` : "/office/findings"
}

/** One clause over one union. */
export const findingAddress = (union: string, clause: string): string =>
  `/office/findings/${encodeURIComponent(union)}/${encodeURIComponent(clause)}`
