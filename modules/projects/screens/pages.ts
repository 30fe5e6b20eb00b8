import type { PublicRoom } from "#kit/web/room.ts"

/** Its line in the navigation stands with the site's words, so that the home page loads none of this room's. */
export const pages: PublicRoom = {
  name: "projects",
  screens: [
    { path: "/volunteer", load: () => import("./Calls.tsx") },
    { path: "/volunteer/mine", load: () => import("./Mine.tsx") },
    { path: "/volunteer/check", load: () => import("./Check.tsx") },
    { path: "/volunteer/$id", load: () => import("./Call.tsx") },
    { path: "/certificates", load: () => import("./Certificate.tsx") },
  ],
}
