import type { PublicRoom } from "#kit/web/room.ts"

/** A student's own reminders, on the light pages; no line in the navigation: the bell leads there. */
export const pages: PublicRoom = {
  name: "reminders",
  screens: [{ path: "/reminders", load: () => import("./MyReminders.tsx") }],
}
