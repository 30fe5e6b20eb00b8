import { BankOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "leadership",
  nav: { icon: BankOutlined, group: "watch", order: 30 },
  screens: [
    { path: "/office/leadership", load: () => import("./HearingList.tsx") },
    { path: "/office/leadership/hearings/$id", load: () => import("./HearingPage.tsx") },
    { path: "/office/leadership/documents", load: () => import("./DocumentList.tsx") },
    { path: "/office/leadership/documents/$id", load: () => import("./DocumentPage.tsx") },
    { path: "/office/leadership/guidance", load: () => import("./GuidancePage.tsx") },
  ],
}
