import { useEffect, useRef } from "react"

interface Keys {
  readonly tick: (id: string) => void
  readonly deed: (what: "send" | "decline" | "assign", at: string | undefined) => void
}

const deeds = { s: "send", d: "decline", a: "assign" } as const

const links = (): HTMLAnchorElement[] => [
  ...document.querySelectorAll<HTMLAnchorElement>('.desk-list a[href^="/office/desk/"]'),
]

/** The need the keyboard is on. */
const idAt = (link: Element | null | undefined): string | undefined =>
  link?.getAttribute("href")?.split("?")[0]?.split("/").at(-1)

/** Where keys are letters, or a form is open: there they are no commands. */
export const isTyping = (target: EventTarget | null): boolean =>
  document.querySelector(".ant-modal-root .ant-modal") !== null ||
  (target instanceof HTMLElement &&
    target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null)

/** j, k walk the list by moving the focus, Enter opens as any link; x ticks, s, a, d decide, / searches. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    const pressed = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || isTyping(e.target)) return
      const all = links()
      const row = document.activeElement?.closest("tr")
      const here = all.findIndex((a) => a === document.activeElement || (row?.contains(a) ?? false))
      const go = (to: number) => all[Math.min(all.length - 1, Math.max(0, to))]?.focus()
      if (e.key === "j") go(here + 1)
      else if (e.key === "k") go(here - 1)
      else if (e.key === "x" && here >= 0) now.current.tick(idAt(all[here])!)
      else if (e.key === "/") document.getElementById("handling-find")?.focus()
      else if (e.key in deeds) now.current.deed(deeds[e.key as keyof typeof deeds], idAt(all[here]))
      else return
      e.preventDefault()
    }
    document.addEventListener("keydown", pressed)
    return () => document.removeEventListener("keydown", pressed)
  }, [])
}
