import { ImportOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "imports",
  nav: {
    icon: ImportOutlined,
    group: "body",
    order: 40,
    path: "/office/imports",
    show: (me) => me.can["imports.list"] === true,
  },
  screens: [
    { path: "/office/imports", load: () => import("./ImportList.tsx") },
    { path: "/office/imports/$id", load: () => import("./Import.tsx") },
  ],
}
