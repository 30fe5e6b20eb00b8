import type { PublicRoom } from "#kit/web/room.ts"

/** Its line stands among the site's own words: the home page need not load all of this room's for one. */
export const pages: PublicRoom = {
  name: "site",
  nav: [{ order: 17, path: "/public-notices", key: "public-notices.nav" }],
  screens: [{ path: "/public-notices", load: () => import("./Notices.tsx") }],
}
