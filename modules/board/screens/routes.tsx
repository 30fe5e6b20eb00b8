import { BarChartOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "board",
  nav: {
    icon: BarChartOutlined,
    group: "voice",
    order: 20,
    show: ({ capacities }) => capacities.length > 0,
  },
  screens: [
    { path: "/office/briefings", load: () => import("./DeskBriefings.tsx") },
    { path: "/office/briefings/$id", load: () => import("./DeskBriefing.tsx") },
    { path: "/office/general-needs", load: () => import("./General.tsx") },
  ],
}
