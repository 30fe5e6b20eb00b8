import { CustomerServiceOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

/** Offices needs never lie with. */
const others = ["class-branch", "faculty-party", "federation"]

export const room: Room = {
  name: "handling",
  nav: {
    icon: CustomerServiceOutlined,
    group: "voice",
    order: 10,
    path: "/office/desk",
    show: (me) => me.capacities.some((c) => !others.includes(c.office)),
  },
  screens: [
    { path: "/office/desk", load: () => import("./DeskPage.tsx") },
    { path: "/office/desk/settings", load: () => import("./SettingsPage.tsx") },
    { path: "/office/desk/$id", load: () => import("./HandlePage.tsx") },
  ],
}
