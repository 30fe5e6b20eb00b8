import type { AssemblyDocuments, Readiness } from "#modules/assembly/index.ts"
import { adoptionOf, versionOf, versionsOf } from "./store.ts"

/** Before a congress may be convened, its committee has adopted an allocation (6.3, 6.4). */
export const readiness: Readiness = async (ctx, assembly) => {
  if (assembly.kind !== "congress") return []
  const adopted = await adoptionOf(ctx.tx, assembly.id)
  const row = adopted && (await versionOf(ctx.tx, assembly.id, adopted.version))
  const drafts = row ? 0 : (await versionsOf(ctx.tx, assembly.id)).length
  return [
    {
      key: "seats",
      title: "代表名额分配",
      ready: row !== undefined,
      says: row
        ? `第${row.version}版，${row.result.total}名，需候选人${row.result.candidates}名`
        : drafts > 0
          ? `已有${drafts}版，筹备委员会还没有采用`
          : "还没有分配",
      href: `/office/seats/${assembly.id}`,
    },
  ]
}

/** 名额分配表 in the list of the assembly's documents. */
export const documents: AssemblyDocuments = async (ctx, { assembly }) => {
  if (assembly.kind !== "congress") return []
  const adopted = await adoptionOf(ctx.tx, assembly.id)
  const files = (["docx", "pdf", "xlsx"] as const).map((format) => ({
    format,
    href: `/api/seats/table/${assembly.id}/${adopted?.version ?? 0}.${format}`,
  }))
  return [
    {
      key: "seats",
      title: `${assembly.name}代表名额分配表`,
      group: "代表",
      waits: adopted ? null : "筹备委员会采用名额分配",
      files: adopted ? files : [],
    },
  ]
}
