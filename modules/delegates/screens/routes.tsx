import type { Room } from "#kit/web/room.ts"

/** No line of its own: reached from the page of the assembly. */
export const room: Room = {
  name: "delegates",
  screens: [
    { path: "/office/delegates/$id", load: () => import("./DelegatesPage.tsx") },
    { path: "/office/delegates/list/$id", load: () => import("./ListPage.tsx") },
  ],
}
