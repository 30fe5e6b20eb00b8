import { useEffect, useRef } from "react"
import { isTyping } from "#modules/handling/screens/forms.ts"

interface Keys {
  readonly pick: (at: number) => void
  readonly merge: (at: number) => void
  readonly apart: (at: number) => void
}

const deeds = { x: "pick", m: "merge", n: "apart" } as const

const groups = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".merging-group")]

/** j, k walk from group to group; x picks one, m merges, n says it is not one matter. The next group takes its place. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys)
  now.current = keys
  const last = useRef(-1)
  useEffect(() => {
    const pressed = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || isTyping(e.target)) return
      const all = groups()
      const focused = all.findIndex((g) => g.contains(document.activeElement))
      const go = (to: number) => {
        last.current = Math.min(all.length - 1, Math.max(0, to))
        all[last.current]?.focus()
      }
      if (e.key === "j") go(focused < 0 ? Math.max(0, last.current) : focused + 1)
      else if (e.key === "k") go(focused < 0 ? last.current : focused - 1)
      else if (e.key in deeds && focused >= 0) {
        last.current = focused
        now.current[deeds[e.key as keyof typeof deeds]](focused)
      } else return
      e.preventDefault()
    }
    document.addEventListener("keydown", pressed)
    return () => document.removeEventListener("keydown", pressed)
  }, [])
}
