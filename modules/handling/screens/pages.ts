import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "handling",
  screens: [{ path: "/needs/$id", load: () => import("./NeedPage.tsx") }],
}
