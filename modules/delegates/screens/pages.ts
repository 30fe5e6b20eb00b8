import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "delegates",
  screens: [
    { path: "/congress/mine", load: () => import("./Mine.tsx") },
    { path: "/congress/$id/notices", load: () => import("./Notices.tsx") },
  ],
}
