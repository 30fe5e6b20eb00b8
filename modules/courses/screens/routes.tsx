import { NodeIndexOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "courses",
  nav: { icon: NodeIndexOutlined, group: "do", order: 20 },
  screens: [
    { path: "/office/courses", load: () => import("./CourseList.tsx") },
    { path: "/office/procedures", load: () => import("./Procedures.tsx") },
    { path: "/office/courses/$id", load: () => import("./CoursePage.tsx") },
  ],
}
