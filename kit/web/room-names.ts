import type { Language } from "./settings.ts"

/** What each room is called, cut from its words at the build (apps/web/room-names.ts): the rest comes with its screens. */
const names = import.meta.glob<string>("../../modules/*/words/*.json", {
  query: "?room",
  import: "default",
  eager: true,
})

/** `modules/NOUN` as its line in the navigation reads. */
export const roomName = (room: string, language: Language): string =>
  names[`../../modules/${room}/words/${language}.json`] ?? room
