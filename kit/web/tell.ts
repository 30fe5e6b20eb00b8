import type { Refusal } from "./call.ts"

/** A passing word to the reader: done, or refused. Each app shows it in its own way. */
export type Telling = { kind: "done"; words: string } | { kind: "refused"; refusal: Refusal }

const ears = new Set<(telling: Telling) => void>()

export const tell = (telling: Telling): void => {
  for (const ear of ears) ear(telling)
}

export const listen = (ear: (telling: Telling) => void): (() => void) => {
  ears.add(ear)
  return () => ears.delete(ear)
}
