import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "assembly",
  // Its line stands with the site's own, so that the front page need not load this room's words.
  screens: [{ path: "/congress", load: () => import("./Congresses.tsx") }],
}
