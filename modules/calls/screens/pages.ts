import type { PublicRoom } from "#kit/web/room.ts"

export const pages: PublicRoom = {
  name: "calls",
  nav: [{ order: 15, path: "/calls", key: "public.nav" }],
  screens: [
    { path: "/calls", load: () => import("./Calls.tsx") },
    { path: "/calls/mine", load: () => import("./Mine.tsx") },
    { path: "/calls/$id", load: () => import("./CallPage.tsx") },
  ],
}
