import type { Room } from "#kit/web/room.ts"

/** Reached from the assembly's page: without a line of its own. */
export const room: Room = {
  name: "elections",
  screens: [
    { path: "/office/elections/of/$id", load: () => import("./ElectionList.tsx") },
    { path: "/office/elections/of/$id/new", load: () => import("./NewPage.tsx") },
    { path: "/office/elections/$id", load: () => import("./ElectionPage.tsx") },
    { path: "/office/elections/$id/change", load: () => import("./ChangePage.tsx") },
    { path: "/office/elections/$id/trustee", load: () => import("./TrusteePage.tsx") },
    { path: "/office/elections/$id/credentials", load: () => import("./CredentialsPage.tsx") },
    { path: "/office/elections/$id/count", load: () => import("./CountPage.tsx") },
  ],
}
