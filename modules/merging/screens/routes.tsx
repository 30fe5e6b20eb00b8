import { MergeCellsOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"
import { Count } from "./Count.tsx"

export const room: Room = {
  name: "merging",
  nav: {
    icon: MergeCellsOutlined,
    group: "voice",
    order: 11,
    badge: Count,
    path: "/office/desk/duplicates",
    show: (me) => me.capacities.some((c) => c.office === "union" || c.office === "school-league"),
  },
  screens: [{ path: "/office/desk/duplicates", load: () => import("./DuplicatesPage.tsx") }],
}
