import { ApartmentOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "unions",
  nav: {
    icon: ApartmentOutlined,
    group: "body",
    order: 10,
    show: (me) => me.can["findings.matrix"] === true,
  },
  screens: [
    { path: "/office/unions", load: () => import("./UnionList.tsx") },
    { path: "/office/unions/structure", load: () => import("./Structure.tsx") },
    { path: "/office/unions/$id", load: () => import("./UnionPage.tsx") },
  ],
}
