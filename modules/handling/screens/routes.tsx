import { CustomerServiceOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"
import { mayEnter } from "./voices.ts"

export const room: Room = {
  name: "handling",
  nav: {
    icon: CustomerServiceOutlined,
    group: "voice",
    order: 10,
    path: "/office/desk",
    show: (me) => mayEnter("desk", me),
  },
  screens: [
    { path: "/office/desk", load: () => import("./DeskPage.tsx") },
    { path: "/office/desk/settings", load: () => import("./SettingsPage.tsx") },
    { path: "/office/desk/$id", load: () => import("./HandlePage.tsx") },
  ],
}
