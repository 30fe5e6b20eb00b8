import { ScheduleOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "meetings",
  nav: { icon: ScheduleOutlined, group: "work", order: 40, show: (me) => me.can["meetings.list"] === true },
  screens: [
    { path: "/office/meetings", load: () => import("./MeetingList.tsx") },
    { path: "/office/meetings/new", load: () => import("./ConvenePage.tsx") },
    { path: "/office/meetings/rules/$id", load: () => import("./RulesPage.tsx") },
    { path: "/office/meetings/$id", load: () => import("./MeetingPage.tsx") },
  ],
}
