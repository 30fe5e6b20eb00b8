import type { PublicRoom } from "#kit/web/room.ts"

/** Its line in the navigation stands with the site's words, so that the home page loads none of this room's. */
export const pages: PublicRoom = {
  name: "activities",
  screens: [
    { path: "/activities", load: () => import("./Shown.tsx") },
    { path: "/activities/check-in", load: () => import("./CheckIn.tsx") },
    { path: "/activities/$id", load: () => import("./ShownOne.tsx") },
    { path: "/activities/$id/here", load: () => import("./Here.tsx") },
  ],
}
