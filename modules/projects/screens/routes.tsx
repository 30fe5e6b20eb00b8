import { FlagOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "projects",
  nav: { icon: FlagOutlined, group: "work", order: 50, show: (me) => me.can["projects.list"] === true },
  screens: [
    { path: "/office/projects", load: () => import("./ProjectList.tsx") },
    { path: "/office/projects/$id", load: () => import("./ProjectPage.tsx") },
    { path: "/office/projects/$id/attendance/$shift", load: () => import("./AttendancePage.tsx") },
  ],
}
