import { NotificationOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "notices",
  nav: {
    icon: NotificationOutlined,
    group: "voice",
    order: 50,
    show: (me) => me.can["notices.list"] === true,
  },
  screens: [
    { path: "/office/notices", load: () => import("./NoticeList.tsx") },
    { path: "/office/notices/new", load: () => import("./NewNotice.tsx") },
    { path: "/office/notices/$id", load: () => import("./NoticePage.tsx") },
    { path: "/office/notices/$id/edit", load: () => import("./EditNotice.tsx") },
  ],
}
