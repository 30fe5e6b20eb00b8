import { DashboardOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

/** Reminders are reached by the bell; the line in the navigation is for those who keep the machine. */
export const room: Room = {
  name: "reminders",
  nav: {
    icon: DashboardOutlined,
    group: "run",
    order: 20,
    path: "/office/machine",
    show: (me) => me.can["reminders.machine"] === true,
  },
  screens: [
    { path: "/office/reminders", load: () => import("./ReminderList.tsx") },
    { path: "/office/reminders/settings", load: () => import("./ReminderSettings.tsx") },
    { path: "/office/machine", load: () => import("./Machine.tsx") },
  ],
}
