import type { AssemblyDocument, AssemblyDocuments } from "#modules/assembly/index.ts"
import { reportsOf } from "./lists.ts"
import { delegationRows } from "./store.ts"

/** What this room draws up for an assembly: the committee's report, the list by delegation, the cards. */
export const documents: AssemblyDocuments = async (ctx, { assembly }) => {
  const at = `/api/delegates/${assembly.id}`
  const seated = (await delegationRows(ctx.tx, assembly.id)).length > 0
  const drafted = (await reportsOf(ctx.tx, assembly.id)).length > 0
  const file = (key: string, formats: readonly ("docx" | "pdf" | "xlsx")[]) =>
    formats.map((format) => ({ format, href: `${at}/${key}.${format}` }))
  const one = (
    key: string,
    title: string,
    waits: string | null,
    files: AssemblyDocument["files"],
  ): AssemblyDocument => ({ key: `delegates.${key}`, title, group: "代表", waits, files: waits ? [] : files })
  const people = seated ? null : "产生代表"
  return [
    one("roster", `${assembly.name}代表名单`, people, [
      ...file("roster", ["docx", "pdf"]),
      ...file("delegates", ["xlsx"]),
    ]),
    one("report", "代表资格审查报告", drafted ? null : "资格审查委员会起草", file("report", ["docx", "pdf"])),
    one("cards", "代表证", people, file("cards", ["docx", "pdf"])),
  ]
}
