import type { Room } from "#kit/web/room.ts"

/** Reached from the page of the assembly: no line of its own. */
export const room: Room = {
  name: "hall",
  under: "assembly",
  screens: [
    { path: "/office/hall/$id", load: () => import("./HallPage.tsx") },
    { path: "/office/hall/$id/screen", load: () => import("./ScreenPage.tsx") },
    { path: "/office/hall/$id/minutes", load: () => import("./MinutesPage.tsx") },
  ],
}
