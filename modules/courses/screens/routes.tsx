import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "courses",
  screens: [{ path: "/office/courses/$id", load: () => import("./CoursePage.tsx") }],
}
