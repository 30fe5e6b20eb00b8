import type { ImportKind } from "#modules/imports/index.ts"
import { societiesSpec } from "../sheets/societies.ts"
import { applyRegister } from "./apply.ts"

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
  // The yearly list is the whole: a society it does not name is one no more.
  apply: applyRegister({ table: "society", key: ["name"], columns, whole: true }),
}
