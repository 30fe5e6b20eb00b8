import type { ReactNode } from "react"
import "./text.css"

const item = /^[-•·*]\s*/

/** Lines that begin with a dash are a list; every other line is a paragraph. */
function blocksOf(text: string): (string | string[])[] {
  const out: (string | string[])[] = []
  for (const line of text.split("\n").map((l) => l.trim())) {
    if (!line) continue
    const last = out.at(-1)
    if (!item.test(line)) out.push(line)
    else if (Array.isArray(last)) last.push(line.replace(item, ""))
    else out.push([line.replace(item, "")])
  }
  return out
}

/** The words of a notice, as its sender wrote them. */
export function NoticeText({ text }: { text: string }): ReactNode {
  return (
    <div className="notice-text" lang="zh-CN">
      {blocksOf(text).map((block, at) => {
        const key = `${at}${typeof block === "string" ? block : block[0]}`
        return typeof block === "string" ? (
          <p key={key}>{block}</p>
        ) : (
          <ul key={key}>
            {block.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )
      })}
    </div>
  )
}

interface ChangesProps {
  readonly changes: readonly { kind: "kept" | "added" | "removed"; text: string }[]
}

/** What changed, paragraph by paragraph; of what did not change nothing. */
export function Changes({ changes }: ChangesProps): ReactNode {
  return (
    <div className="notice-changes" lang="zh-CN">
      {changes
        .filter((c) => c.kind !== "kept")
        .map((c, at) => {
          const key = `${at}${c.text}`
          return c.kind === "removed" ? (
            <p key={key}>
              <del>{c.text}</del>
            </p>
          ) : (
            <p key={key}>
              <ins>{c.text}</ins>
            </p>
          )
        })}
    </div>
  )
}
