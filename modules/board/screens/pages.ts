import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "board",
  screens: [
    { path: "/needs", load: () => import("./Board.tsx") },
    { path: "/needs/figures", load: () => import("./FiguresPage.tsx") },
    { path: "/needs/briefings", load: () => import("./Briefings.tsx") },
    { path: "/needs/briefings/$id", load: () => import("./BriefingPage.tsx") },
  ],
}
