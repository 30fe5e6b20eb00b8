import { CommentOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

export const room: Room = {
  name: "needs",
  nav: {
    icon: CommentOutlined,
    group: "voice",
    order: 90,
    path: "/office/needs/categories",
    show: (me) => me.can["needs.set-categories"] === true,
  },
  screens: [
    { path: "/office/needs/categories", load: () => import("./CategoriesPage.tsx") },
    { path: "/office/needs/unseal/$id", load: () => import("./UnsealPage.tsx") },
  ],
}
