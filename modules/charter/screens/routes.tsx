import { ReadOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "charter",
  nav: { icon: ReadOutlined, group: "open", order: 20 },
  screens: [
    { path: "/office/charter", load: () => import("./CharterList.tsx") },
    { path: "/office/charter/$id", load: () => import("./CharterPage.tsx") },
  ],
}
