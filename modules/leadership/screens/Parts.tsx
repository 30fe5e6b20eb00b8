import type { ReactNode } from "react"
import { Go } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"
import "./leadership.css"

/** The three parts of the room. */
export function Parts(): ReactNode {
  const t = useWords("leadership")
  return (
    <nav className="leadership-parts" aria-label={t("room")}>
      <Go to="/office/leadership">{t("hearings.nav")}</Go>
      <Go to="/office/leadership/documents">{t("documents.nav")}</Go>
      <Go to="/office/leadership/guidance">{t("guidance.nav")}</Go>
    </nav>
  )
}

/** Where the room's files are sent to and fetched from, and which are taken. */
export const files = {
  to: "/api/leadership/files",
  accept: ".pdf,.doc,.docx,.xls,.xlsx,.csv,.jpg,.jpeg,.png",
} as const

export function FileLink({ file }: { file: { id: string; name: string } }): ReactNode {
  return (
    <a href={`${files.to}/${file.id}`} download={file.name} lang="zh-CN">
      {file.name}
    </a>
  )
}
