import type { ReactNode } from "react"
import { documentEndings } from "#kit/web/desk/keeping.tsx"
import { Go, useHere } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"
import "./leadership.css"

const parts = [
  { key: "hearings", to: "/office/leadership", within: "/office/leadership/hearings/" },
  { key: "documents", to: "/office/leadership/documents", within: "/office/leadership/documents/" },
  { key: "guidance", to: "/office/leadership/guidance", within: "/office/leadership/guidance/" },
] as const

/** The three parts of the room; a page inside one of them marks it. */
export function Parts(): ReactNode {
  const t = useWords("leadership")
  const here = useHere()
  return (
    <nav className="leadership-parts" aria-label={t("room")}>
      {parts.map(({ key, to, within }) => (
        <Go key={key} to={to} {...(here.startsWith(within) ? { className: "leadership-within" } : {})}>
          {t(`${key}.nav`)}
        </Go>
      ))}
    </nav>
  )
}

/** Where the room's files are sent to and fetched from, and which are taken. */
export const files = {
  to: "/api/leadership/files",
  accept: documentEndings,
} as const

export function FileLink({ file }: { file: { id: string; name: string } }): ReactNode {
  return (
    <a className="leadership-file" href={`${files.to}/${file.id}`} download={file.name} lang="zh-CN">
      {file.name}
    </a>
  )
}
