import { FlagOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "assembly",
  nav: { icon: FlagOutlined, group: "work", order: 45, show: (me) => me.can["assembly.list"] === true },
  screens: [
    { path: "/office/assemblies", load: () => import("./AssemblyList.tsx") },
    { path: "/office/assemblies/new", load: () => import("./ProposePage.tsx") },
    { path: "/office/assemblies/$id", load: () => import("./AssemblyPage.tsx") },
  ],
}
