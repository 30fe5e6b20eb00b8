import { ClusterOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "offices",
  nav: { icon: ClusterOutlined, group: "body", order: 20 },
  screens: [
    { path: "/office/offices", load: () => import("./OfficeList.tsx") },
    { path: "/office/offices/set-ups", load: () => import("./SetUps.tsx") },
  ],
}
