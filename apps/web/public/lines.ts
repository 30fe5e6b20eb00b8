import { useHere, useIsThere } from "#kit/web/nav.tsx"
import type { PublicRoom } from "#kit/web/room.ts"
import { useSettings } from "#kit/web/settings.ts"
import { wordsOf } from "#kit/web/words.ts"
import { rooms } from "./rooms.ts"

type Nav = NonNullable<PublicRoom["nav"]>[number]

export interface Line extends Pick<Nav, "path" | "bar"> {
  readonly words: string
  /** In the bar of a phone, where there is room for two characters or three. */
  readonly short: string
  readonly here: boolean
}

const all = rooms
  .flatMap((room) => (room.nav ?? []).map((line) => ({ ...line, room: room.name })))
  .sort((a, b) => a.order - b.order)

/** The lines of the navigation, of the pages there are; the one that one is on is marked. */
export function useLines(): readonly Line[] {
  const { language } = useSettings()
  const isThere = useIsThere()
  const here = useHere()
  const within = (path?: string) => path !== undefined && here.startsWith(`${path}/`)
  const lines = all.filter((line) => isThere(line.path))
  const current = lines.find(
    ({ path, also }) => here === path || (path !== "/" && within(path)) || within(also),
  )
  return lines.map((line) => {
    const say = wordsOf(line.room, language)
    const words = say(line.key ?? "page")
    return {
      ...line,
      words,
      short: line.bar ? say(`${line.key ?? "page"}-short`) : words,
      here: line === current,
    }
  })
}

/** The first four that ask for a place in the bar. */
export const inBar = (lines: readonly Line[]): readonly Line[] =>
  lines
    .filter((l) => l.bar)
    .sort((a, b) => a.bar!.order - b.bar!.order)
    .slice(0, 4)
