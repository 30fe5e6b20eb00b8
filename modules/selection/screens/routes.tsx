import { SolutionOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "selection",
  nav: { icon: SolutionOutlined, group: "work", order: 20, show: (me) => me.can["selection.calls"] === true },
  screens: [
    { path: "/office/selection", load: () => import("./CallList.tsx") },
    { path: "/office/selection/$id", load: () => import("./CandidacyPage.tsx") },
    { path: "/office/selection/calls/$id", load: () => import("./Slate.tsx") },
    { path: "/office/selection/calls/$id/recommend", load: () => import("./Recommend.tsx") },
  ],
}
