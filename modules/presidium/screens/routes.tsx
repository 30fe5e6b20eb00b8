import { RetweetOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "presidium",
  nav: { icon: RetweetOutlined, group: "work", order: 30, show: (me) => me.can["presidium.list"] === true },
  screens: [
    { path: "/office/presidium", load: () => import("./PresidiumList.tsx") },
    { path: "/office/presidium/$id", load: () => import("./PresidiumPage.tsx") },
  ],
}
