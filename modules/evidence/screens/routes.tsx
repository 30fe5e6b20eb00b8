import { FileDoneOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "evidence",
  nav: {
    icon: FileDoneOutlined,
    group: "watch",
    order: 20,
    show: (me) => me.can["findings.matrix"] === true,
  },
  screens: [{ path: "/office/evidence", load: () => import("./EvidencePage.tsx") }],
}
