import { CarryOutOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "activities",
  nav: {
    icon: CarryOutOutlined,
    group: "voice",
    order: 60,
    show: (me) => me.can["activities.list"] === true,
  },
  screens: [
    { path: "/office/activities", load: () => import("./ActivityList.tsx") },
    { path: "/office/activities/reach", load: () => import("./ReachPage.tsx") },
    { path: "/office/activities/$id", load: () => import("./ActivityPage.tsx") },
    { path: "/office/activities/$id/code", load: () => import("./CodePage.tsx") },
  ],
}
