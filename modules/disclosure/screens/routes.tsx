import { FileProtectOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "disclosure",
  nav: {
    icon: FileProtectOutlined,
    group: "open",
    order: 10,
    path: "/office/disclosures",
    show: (me) => me.can["disclosure.list"] === true,
  },
  screens: [
    { path: "/office/disclosures", load: () => import("./DisclosureList.tsx") },
    { path: "/office/disclosures/form", load: () => import("./YearForm.tsx") },
    { path: "/office/disclosures/$id", load: () => import("./DisclosurePage.tsx") },
  ],
}
