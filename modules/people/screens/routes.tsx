import { TeamOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "people",
  nav: { icon: TeamOutlined, group: "body", order: 30, show: (me) => me.can["people.faculties"] === true },
  screens: [
    { path: "/office/people", load: () => import("./PeopleSearch.tsx") },
    { path: "/office/people/$number", load: () => import("./PersonPage.tsx") },
  ],
}
