import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "selection",
  screens: [{ path: "/public-notices", load: () => import("./Notices.tsx") }],
}
