import { useEffect, useState } from "react"

export type Shown = "named" | "desk" | "anonymous"

/** What the form holds. `ticket` names it: sent twice, it is one need. */
export interface Draft {
  readonly ticket: string
  readonly title: string
  readonly text: string
  readonly category: string
  readonly place: string
  readonly shown: Shown
  readonly discreet: boolean
}

const newTicket = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("")

const blank = (): Draft => ({
  ticket: newTicket(),
  title: "",
  text: "",
  category: "",
  place: "",
  shown: "desk",
  discreet: false,
})

const keyOf = (person: string) => `qiaoliang.needs.${person}`

function remembered(key: string): Partial<Draft> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}")
  } catch {
    return {}
  }
}

/** The words stay in this browser, under the person's own number, until they are sent or thrown away. */
export function useDraft(person: string) {
  const key = keyOf(person)
  const [draft, set] = useState<Draft>(() => ({ ...blank(), ...remembered(key) }))
  useEffect(() => {
    try {
      if (draft.title || draft.text || draft.place) localStorage.setItem(key, JSON.stringify(draft))
      else localStorage.removeItem(key)
    } catch {
      // A browser that keeps nothing still sends.
    }
  }, [draft, key])
  return {
    draft,
    change: (more: Partial<Draft>) => set((now) => ({ ...now, ...more })),
    clear: () => set(blank()),
    /** Words that were waiting come back into the form. */
    take: (words: Draft) => set(words),
  }
}
