import { BarChartOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"
import { mayEnter } from "#modules/handling/screens/forms.ts"

export const room: Room = {
  name: "board",
  nav: {
    icon: BarChartOutlined,
    group: "voice",
    order: 20,
    show: (me) => mayEnter("briefings", me),
  },
  screens: [
    { path: "/office/briefings", load: () => import("./DeskBriefings.tsx") },
    { path: "/office/briefings/$id", load: () => import("./DeskBriefing.tsx") },
    { path: "/office/general-needs", load: () => import("./General.tsx") },
  ],
}
