import type { PublicRoom } from "#kit/web/room.ts"

/** Its line in the navigation stands with the site's words: the front page loads none of this room's. */
export const pages: PublicRoom = {
  name: "home",
  screens: [{ path: "/me", load: () => import("./Me.tsx") }],
}
