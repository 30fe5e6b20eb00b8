import { useEffect, useState } from "react"

export type Given = Readonly<Record<string, number | readonly number[] | string>>

const keyOf = (person: string, id: string) => `qiaoliang.listening.${person}.${id}`

function remembered(key: string): Given {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Given
  } catch {
    return {}
  }
}

/** What is filled in stays in this browser, under the person's own number, until it is handed in. */
export function useGiven(person: string, id: string) {
  const key = keyOf(person, id)
  const [given, set] = useState<Given>(() => remembered(key))
  useEffect(() => {
    try {
      if (Object.keys(given).length > 0) localStorage.setItem(key, JSON.stringify(given))
    } catch {
      // A browser that keeps nothing still lets the form be sent.
    }
  }, [given, key])
  return {
    given,
    change: (question: string, value: Given[string] | undefined) =>
      set(({ [question]: _, ...others }) =>
        value === undefined ? others : { ...others, [question]: value },
      ),
    forget: () => {
      try {
        localStorage.removeItem(key)
      } catch {
        // as above
      }
    },
  }
}
