import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "roll",
  screens: [{ path: "/congress/$id/check-in", load: () => import("./CheckIn.tsx") }],
}
