import type { Viewer } from "#kit/web/viewer.ts"

type Me = Pick<Viewer, "capacities" | "can">

const over: readonly string[] = [
  "union",
  "school-league",
  "school-party",
  "student-affairs",
  "administration",
]

/** The rooms where students are heard, and who finds a way there from the others. */
export const voices = [
  {
    key: "desk",
    path: "/office/desk",
    // Offices needs never lie with.
    show: ({ capacities }: Me) =>
      capacities.some((c) => !["class-branch", "faculty-party", "federation"].includes(c.office)),
  },
  {
    key: "duplicates",
    path: "/office/desk/duplicates",
    show: ({ capacities }: Me) =>
      capacities.some((c) => c.office === "union" || c.office === "school-league"),
  },
  {
    key: "general",
    path: "/office/general-needs",
    show: ({ capacities }: Me) => capacities.some((c) => over.includes(c.office)),
  },
  {
    key: "briefings",
    path: "/office/briefings",
    show: ({ capacities }: Me) => capacities.some((c) => over.includes(c.office)),
  },
  { key: "listening", path: "/office/listening", show: ({ can }: Me) => can["listening.list"] === true },
] as const

export type VoiceRoom = (typeof voices)[number]["key"]

export const mayEnter = (key: VoiceRoom, me: Me): boolean => voices.find((v) => v.key === key)!.show(me)
