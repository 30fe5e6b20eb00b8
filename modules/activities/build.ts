import type { TestWorld } from "#kit/server/test-world.ts"
import { codeNow } from "./code.ts"
import { activityById } from "./store.ts"

/** A plan as wanted: the evening of the tests' day, signing up since the week before. */
export const plan = {
  title: "校园歌手夜",
  purpose: "请同学唱自己的歌，由各班推荐、音乐社团伴奏。",
  place: "大学生活动中心",
  startsAt: "2025-11-18T18:30:00+08:00",
  endsAt: "2025-11-18T20:30:00+08:00",
  audience: { who: "union" as "union" | "everyone", faculties: [] as string[], grades: [] as number[] },
  places: 2 as number | null,
  opensAt: "2025-11-10T08:00:00+08:00" as string | null,
  closesAt: "2025-11-18T12:00:00+08:00" as string | null,
  signOffUntil: null as string | null,
  walkIns: true,
  early: 30,
  classes: ["文学院/汉语言2301班"],
  societies: ["青年志愿者协会"],
  projectId: null as string | null,
  requestId: null as string | null,
}

/** A moment while signing in counts. */
export const evening = "2025-11-18T10:40:00Z"
/** The morning after. */
export const after = "2025-11-19T02:00:00Z"

/** What the organiser's screen would show now. */
export const shownCode = (w: TestWorld, id: string): Promise<string> =>
  w.world.db.scoped(w.university.id, async (tx) => {
    const a = (await activityById(tx, id))!
    return codeNow(a, w.world.clock()).code
  })
