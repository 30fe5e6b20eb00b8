import type { PublicRoom } from "#kit/web/room.ts"

/** One line each, on a ground of 20 × 20. */
const drawings = {
  house: "M3 9.5 10 3.5l7 6M5 8.5V16.5h10V8.5M8.5 16.5V12h3v4.5",
  person: "M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.8c.6-3 3-4.6 6-4.6s5.4 1.6 6 4.6",
  voice: "M3.5 4.5h13v9h-7l-3.5 3v-3h-2.5zM7 7.8h6M7 10.4h4",
  notice: "M5 3.5h10v13H5zM7.5 7h5M7.5 10h5M7.5 13h3",
  day: "M3.5 5.5h13v11h-13zM3.5 9h13M7 3.5v3M13 3.5v3M7.5 12.5l1.8 1.7 3.2-3",
  call: "M3.5 8.5v3.5h2.5l7 3.5v-10.5l-7 3.5zM15.5 8v4M7 12.5l1 4",
  hall: "M3 7.5 10 3.5l7 4zM5 7.5v7M10 7.5v7M15 7.5v7M3 16.5h14",
}

export const pages: PublicRoom = {
  name: "site",
  // The pages are other rooms' own; their lines are here, so that the front page need not load their words. A line
  // whose page is not there is not shown.
  nav: [
    { order: 0, path: "/", key: "home.nav", bar: { order: 50, drawing: drawings.house } },
    { order: 2, path: "/me", key: "me.nav", bar: { order: 10, drawing: drawings.person } },
    { order: 4, path: "/needs", key: "needs.nav", bar: { order: 20, drawing: drawings.voice } },
    { order: 6, path: "/notices", key: "notices.nav", bar: { order: 30, drawing: drawings.notice } },
    { order: 8, path: "/activities", key: "activities.nav", bar: { order: 40, drawing: drawings.day } },
    { order: 9, path: "/listening", key: "listening.nav" },
    { order: 10, path: "/structure", key: "structure.nav" },
    { order: 12, path: "/needs", key: "needs.nav" },
    // The page is the calls' own; its line is here, so that the front page need not load their words.
    { order: 15, path: "/calls", key: "calls.nav" },
    { order: 16, path: "/notices", key: "notices.nav" },
    { order: 15, path: "/calls", key: "calls.nav", bar: { order: 60, drawing: drawings.call } },

    { order: 17, path: "/public-notices", key: "public-notices.nav" },
    {
      order: 18,
      path: "/congress",
      key: "congress.nav",
      also: "/vote",
      bar: { order: 70, drawing: drawings.hall },
    },
    { order: 20, path: "/disclosures", key: "disclosures.nav" },
    { order: 30, path: "/rules", key: "rules.nav" },
    { order: 26, path: "/activities", key: "activities.nav" },

    { order: 28, path: "/volunteer", key: "volunteer.nav" },
    { order: 30, path: "/rules", key: "rules.nav" },
  ],
  screens: [
    { path: "/", load: () => import("./Home.tsx") },
    { path: "/structure", load: () => import("./Structure.tsx") },
    { path: "/disclosures", load: () => import("./Disclosures.tsx") },
  ],
}
