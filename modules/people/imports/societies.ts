import { compareTemporal, type Merge, mergeTemporal } from "#kit/server/temporal.ts"
import type { ImportKind } from "#modules/imports/index.ts"
import { societiesSpec } from "../sheets/societies.ts"

const columns = ["type", "guided_by", "head_number", "head_name", "members", "main"]
const types: Record<string, "integer" | "boolean"> = { members: "integer", main: "boolean" }

export const societiesImport: ImportKind = {
  id: "societies",
  label: "社团名录",
  readerUrl: new URL("../sheets/societies.ts", import.meta.url).href,
  spec: societiesSpec,
  order: 3,
  staging: {
    columns: ["name", ...columns].map((name) => ({ name, type: types[name] ?? ("text" as const) })),
    fields: ["name", "type", "guidedBy", "headNumber", "headName", "members", "main"],
  },
  tables: ["society"],
  apply: async (ctx, { staged, asOf, change, dry }) => {
    const merge: Merge = {
      table: "society",
      staging: staged!,
      key: ["name"],
      columns,
      asOf,
      change,
      closeMissing: "true",
    }
    const outcome = dry ? await compareTemporal(ctx.tx, merge) : await mergeTemporal(ctx.tx, merge)
    return { outcome, problems: [], unions: "all" }
  },
}
