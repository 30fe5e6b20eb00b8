import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "leadership",
  nav: [{ order: 30, path: "/rules", key: "published.nav" }],
  screens: [{ path: "/rules", load: () => import("./Published.tsx") }],
}
