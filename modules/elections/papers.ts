import type { Election } from "./election.ts"

/** The documents there are of a round, and where each is fetched. */
export function papersOf(e: Election): { name: string; href: string }[] {
  const at = (name: string, file: string) => ({ name, href: `/api/elections/papers/${e.id}/${file}` })
  const counted = e.result !== null
  const concluded = e.state === "announced" || e.state === "ratified"
  return [
    at("选举办法（Word）", "rules.docx"),
    at("选举办法（PDF）", "rules.pdf"),
    ...(e.method === "paper"
      ? [at("选票样张（Word）", "ballot.docx"), at("选票样张（PDF）", "ballot.pdf")]
      : []),
    ...(counted
      ? [
          at("选举结果报告单（Word）", "report.docx"),
          at("选举结果报告单（PDF）", "report.pdf"),
          at("选举结果报告单（Excel）", "report.xlsx"),
        ]
      : []),
    ...(concluded ? [at("公告（Word）", "notice.docx")] : []),
    ...(e.state === "ratified" ? [at("备案件（压缩包）", "filing.zip")] : []),
    ...(e.method === "electronic" && e.openedAt
      ? [{ name: "选举存档（.bel）", href: `/api/elections/archive/${e.id}.bel` }]
      : []),
  ]
}
