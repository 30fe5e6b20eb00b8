import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "needs",
  screens: [
    { path: "/needs/raise", load: () => import("./RaisePage.tsx") },
    { path: "/needs/mine", load: () => import("./MinePage.tsx") },
    { path: "/needs/help", load: () => import("./HelpPage.tsx") },
  ],
}
