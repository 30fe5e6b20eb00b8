import type { PublicRoom } from "#kit/web/room.ts"

/** What everybody may open, and what a delegate votes with. */
export const pages: PublicRoom = {
  name: "elections",
  screens: [
    { path: "/vote/$id", load: () => import("./BoothPage.tsx") },
    { path: "/vote/$id/board", load: () => import("./BoardPage.tsx") },
    { path: "/congress/$id/ballots", load: () => import("./OwnBallots.tsx") },
  ],
}
