import { MergeCellsOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"
import { mayEnter } from "#modules/handling/screens/forms.ts"
import { Count } from "./Count.tsx"

export const room: Room = {
  name: "merging",
  nav: {
    icon: MergeCellsOutlined,
    group: "voice",
    order: 11,
    badge: Count,
    path: "/office/desk/duplicates",
    show: (me) => mayEnter("duplicates", me),
  },
  screens: [{ path: "/office/desk/duplicates", load: () => import("./DuplicatesPage.tsx") }],
}
