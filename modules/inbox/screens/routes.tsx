import { InboxOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"
import { Count } from "./Count.tsx"

export const room: Room = {
  name: "inbox",
  nav: { icon: InboxOutlined, group: "do", order: 0, badge: Count },
  screens: [{ path: "/office", load: () => import("./Inbox.tsx") }],
}
