import type { Room } from "#kit/web/room.ts"

/** Reached from the assembly's page. */
export const room: Room = {
  name: "roll",
  under: "assembly",
  screens: [
    { path: "/office/roll/$id", load: () => import("./RollPage.tsx") },
    { path: "/office/roll/$id/code", load: () => import("./CodePage.tsx") },
  ],
}
