import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "proposals",
  screens: [
    { path: "/congress/$id/proposals", load: () => import("./PublicList.tsx") },
    { path: "/congress/$id/proposals/new", load: () => import("./WritePage.tsx") },
    { path: "/congress/$id/proposals/$proposal", load: () => import("./OwnPage.tsx") },
  ],
}
