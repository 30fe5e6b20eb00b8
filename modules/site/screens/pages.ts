import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "site",
  nav: [
    { order: 0, path: "/", key: "home.nav" },
    { order: 10, path: "/structure", key: "structure.nav" },
    { order: 12, path: "/needs", key: "needs.nav" },
    // The page is the calls' own; its line is here, so that the front page need not load their words.
    { order: 15, path: "/calls", key: "calls.nav" },
    { order: 16, path: "/notices", key: "notices.nav" },
    { order: 17, path: "/public-notices", key: "public-notices.nav" },
    { order: 18, path: "/congress", key: "congress.nav", also: "/vote" },
    { order: 20, path: "/disclosures", key: "disclosures.nav" },
    { order: 30, path: "/rules", key: "rules.nav" },
    { order: 26, path: "/activities", key: "activities.nav" },
    { order: 28, path: "/volunteer", key: "volunteer.nav" },
  ],
  screens: [
    { path: "/", load: () => import("./Home.tsx") },
    { path: "/structure", load: () => import("./Structure.tsx") },
    { path: "/disclosures", load: () => import("./Disclosures.tsx") },
  ],
}
