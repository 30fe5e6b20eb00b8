import type { PublicRoom } from "#kit/web/room.ts"

/** Its line in the navigation stands with the site's words, so that the home page loads none of this room's. */
export const pages: PublicRoom = {
  name: "notices",
  screens: [
    { path: "/notices", load: () => import("./Notices.tsx") },
    { path: "/notices/$id", load: () => import("./Notice.tsx") },
  ],
}
