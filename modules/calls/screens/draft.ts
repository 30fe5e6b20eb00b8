import { useEffect, useState } from "react"

/** What the form of an application holds. */
export interface Filled {
  readonly postId: string
  readonly source: "faculty-union" | "school-union" | "exemplar" | "other" | ""
  readonly sourceNote: string
  readonly statement: string
  readonly achievements: string
}

const blank: Filled = { postId: "", source: "", sourceNote: "", statement: "", achievements: "" }

const keyOf = (person: string, call: string) => `qiaoliang.calls.${person}.${call}`

function remembered(key: string): Partial<Filled> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}")
  } catch {
    return {}
  }
}

/**
 * The unsent words stay in this browser, under the person's own number, until they are sent or thrown away.
 * With `start` an application already handed in is being changed, and nothing is kept.
 */
export function useFilled(person: string, call: string, start?: Filled) {
  const key = keyOf(person, call)
  const [filled, set] = useState<Filled>(() => start ?? { ...blank, ...remembered(key) })
  const keeps = !start
  useEffect(() => {
    if (!keeps) return
    try {
      localStorage.setItem(key, JSON.stringify(filled))
    } catch {
      // A browser that keeps nothing still lets the form be sent.
    }
  }, [filled, key, keeps])
  const forget = () => {
    try {
      localStorage.removeItem(key)
    } catch {
      // as above
    }
  }
  return {
    filled,
    change: (more: Partial<Filled>) => set((now) => ({ ...now, ...more })),
    forget,
    clear: () => set(blank),
  }
}
