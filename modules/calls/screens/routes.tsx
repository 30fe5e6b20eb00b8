import { NotificationOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "calls",
  nav: { icon: NotificationOutlined, group: "work", order: 10, show: (me) => me.can["calls.list"] === true },
  screens: [
    { path: "/office/calls", load: () => import("./Desk.tsx") },
    { path: "/office/calls/new", load: () => import("./NewCall.tsx") },
    { path: "/office/calls/$id", load: () => import("./CallDesk.tsx") },
    { path: "/office/calls/$id/edit", load: () => import("./EditCall.tsx") },
    { path: "/office/calls/applicants/$id", load: () => import("./ApplicantPage.tsx") },
  ],
}
