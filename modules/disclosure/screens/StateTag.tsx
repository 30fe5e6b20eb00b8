import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"

/** 草稿 · 待审核 · 已审核 · 已公开 · 已撤下, in words. */
export function StateTag({ is }: { is: string }): ReactNode {
  const t = useWords("disclosure")
  return <span className={`tag disclosure-state disclosure-${is}`}>{t(`state.${is}`)}</span>
}
