import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "hall",
  screens: [{ path: "/congress/$id", load: () => import("./Phone.tsx") }],
}
