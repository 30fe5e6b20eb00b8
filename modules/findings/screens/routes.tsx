import { AuditOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "findings",
  nav: { icon: AuditOutlined, group: "watch", order: 10, show: (me) => me.can["findings.matrix"] === true },
  screens: [
    { path: "/office/findings", load: () => import("./FindingsHome.tsx") },
    { path: "/office/findings/$union/$clause", load: () => import("./FindingPage.tsx") },
  ],
}
