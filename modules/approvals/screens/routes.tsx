import { CarryOutOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "approvals",
  nav: { icon: CarryOutOutlined, group: "do", order: 30, show: (me) => me.capacities.length > 0 },
  screens: [
    { path: "/office/requests", load: () => import("./RequestList.tsx") },
    { path: "/office/requests/calendar", load: () => import("./RequestCalendar.tsx") },
    { path: "/office/requests/new", load: () => import("./NewRequest.tsx") },
    { path: "/office/requests/review", load: () => import("./ReviewQueue.tsx") },
    { path: "/office/requests/$id", load: () => import("./RequestPage.tsx") },
    { path: "/office/requests/$id/change", load: () => import("./ChangeRequest.tsx") },
  ],
}
