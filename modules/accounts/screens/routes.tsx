import { IdcardOutlined } from "@ant-design/icons"
import type { Room } from "#kit/web/room.ts"

/** Accounts administration: for those who keep the machine. */
export const room: Room = {
  name: "accounts",
  nav: {
    icon: IdcardOutlined,
    group: "run",
    order: 10,
    path: "/office/accounts",
    show: (me) => me.can["accounts.list"] === true,
  },
  screens: [{ path: "/office/accounts", load: () => import("./AccountList.tsx") }],
}

/** The doorways, and each person's own settings: no line in the navigation. */
export const settings: Room = {
  name: "accounts",
  screens: [
    { path: "/sign-in", load: () => import("./SignIn.tsx") },
    { path: "/office/activate", load: () => import("./Activate.tsx") },
    { path: "/office/settings", load: () => import("./Settings.tsx") },
  ],
}
