import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "calls",
  screens: [
    { path: "/calls", load: () => import("./Calls.tsx") },
    { path: "/calls/mine", load: () => import("./Mine.tsx") },
    { path: "/calls/$id", load: () => import("./CallPage.tsx") },
  ],
}
