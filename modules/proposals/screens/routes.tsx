import type { Room } from "#kit/web/room.ts"

/** Reached from the assembly's page. */
export const room: Room = {
  name: "proposals",
  under: "assembly",
  screens: [
    { path: "/office/proposals/$id", load: () => import("./Queue.tsx") },
    { path: "/office/proposals/$id/report", load: () => import("./ReportPage.tsx") },
    { path: "/office/proposals/one/$proposal", load: () => import("./ProposalPage.tsx") },
  ],
}
