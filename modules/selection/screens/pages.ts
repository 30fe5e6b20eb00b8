import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "selection",
  nav: [{ order: 17, path: "/public-notices", key: "notices.nav" }],
  screens: [{ path: "/public-notices", load: () => import("./Notices.tsx") }],
}
