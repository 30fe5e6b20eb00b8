import { InboxOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "inbox",
  nav: { icon: InboxOutlined, order: 0 },
  screens: [{ path: "/office", load: () => import("./Inbox.tsx") }],
}
