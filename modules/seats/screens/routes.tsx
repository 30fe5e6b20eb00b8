import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "seats",
  under: "assembly",
  screens: [
    { path: "/office/seats/$id", load: () => import("./SeatsPage.tsx") },
    { path: "/office/seats/$id/try", load: () => import("./TryPage.tsx") },
  ],
}
