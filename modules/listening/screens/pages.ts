import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "listening",
  screens: [
    { path: "/listening", load: () => import("./PublicList.tsx") },
    { path: "/listening/$id", load: () => import("./PublicPage.tsx") },
  ],
}
