import { CommentOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "listening",
  nav: { icon: CommentOutlined, group: "voice", order: 40, show: (me) => me.can["listening.list"] === true },
  screens: [
    { path: "/office/listening", load: () => import("./List.tsx") },
    { path: "/office/listening/import", load: () => import("./ImportPage.tsx") },
    { path: "/office/listening/$id", load: () => import("./ListeningPage.tsx") },
    { path: "/office/listening/$id/poster", load: () => import("./Poster.tsx") },
  ],
}
