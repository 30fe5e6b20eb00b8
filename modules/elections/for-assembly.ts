import type { AssemblyDocument, AssemblyDocuments, Readiness } from "#modules/assembly/index.ts"
import { papersOf } from "./papers.ts"
import { electionsIn } from "./store.ts"

/** The documents of an assembly's votes, in its list of papers. */
export const documents: AssemblyDocuments = async (ctx, { assembly }) =>
  (await electionsIn(ctx.tx, [assembly.id]))
    .filter((e) => e.state !== "cancelled")
    .flatMap((e) => {
      const files = papersOf(e)
      const of = (what: string) =>
        (["docx", "pdf", "xlsx"] as const).flatMap((format) => {
          const found = files.find((f) => f.href.endsWith(`/${what}.${format}`))
          return found ? [{ format, href: found.href }] : []
        })
      const round = e.round > 1 ? `（第${e.round}轮）` : ""
      const document = (what: string, title: string, until: string): AssemblyDocument => ({
        key: `elections.${what}.${e.id}`,
        title: `${e.title}${title}${round}`,
        group: "选举",
        waits: of(what).length > 0 ? null : until,
        files: of(what),
      })
      return [
        ...(e.round === 1 ? [document("rules", "办法", "")] : []),
        ...(e.method === "paper" ? [document("ballot", "选票", "")] : []),
        document("report", "结果报告单", "计票"),
        document("notice", "结果公告", "向大会公告"),
      ]
    })

/** What an assembly that is to elect needs from this room before it is convened. */
export const readiness: Readiness = async (ctx, { id }) => {
  const own = (await electionsIn(ctx.tx, [id])).filter((e) => e.state !== "cancelled")
  const href = `/office/elections/of/${id}`
  const named = own.filter((e) => e.candidates.length > 0)
  const staffed = own.filter((e) => (e.method === "paper" ? e.tellers : e.trustees).length >= 2)
  return [
    {
      key: "elections.candidates",
      title: "选举和候选人",
      ready: own.length > 0 && named.length === own.length,
      says: own.length === 0 ? "尚未安排选举" : `已安排${own.length}项选举，候选人已列出`,
      href,
    },
    {
      key: "elections.rules",
      title: "选举办法（草案）、监票人和计票人",
      ready: own.length > 0 && staffed.length === own.length,
      says:
        own.length === 0
          ? "尚未起草"
          : staffed.length === own.length
            ? "选举办法已按设定拟好，监票人、计票人已列出"
            : `${own.length - staffed.length}项选举还没有列出监票人或计票人`,
      href,
    },
  ]
}
