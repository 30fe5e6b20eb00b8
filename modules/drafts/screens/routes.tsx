import { ExperimentOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "drafts",
  nav: {
    icon: ExperimentOutlined,
    group: "body",
    order: 50,
    path: "/office/drafts",
    show: (me) => me.can["drafts.list"] === true,
  },
  screens: [
    { path: "/office/drafts", load: () => import("./DraftList.tsx") },
    { path: "/office/drafts/$id", load: () => import("./Draft.tsx") },
  ],
}
