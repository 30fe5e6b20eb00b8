import { unwrap } from "@qiaoliang/basics"
import type { Module } from "#kit/server/module.ts"
import type { TestWorld } from "#kit/server/test-world.ts"
import { activityOn, approvalsWorld, review, school } from "#modules/approvals/build.ts"
import { file } from "#modules/approvals/contract.ts"
import { countStudents, people } from "#modules/people/index.ts"
import { projects } from "#modules/projects/index.ts"
import { unions } from "#modules/unions/index.ts"
import { addStudents } from "../projects/build.ts"
import { codeNow } from "./code.ts"
import * as contract from "./contract.ts"
import { activities } from "./module.ts"
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

/** 校学生会 with a chair X1, a head X2, a member X3; 文学院学生会 (W…); students S1–S9 of 文学院, N1 and three more of 理学院. */
export async function activitiesWorld(more: readonly Module[] = []) {
  const w = await approvalsWorld([people, unions, projects, activities, ...more])
  await addStudents(w, ["S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "X1", "X2", "X3"])
  await addStudents(w, ["20230001", "20230002", "20230003"], "理学院")
  await addStudents(w, ["N1"], "理学院")
  await w.world.db.scoped(w.university.id, async (tx) => {
    await tx.client.query(
      `insert into society (university_id, name, main, valid_from, opened_by)
       values ($1, '青年志愿者协会', true, '2024-09-01', 'test')`,
      [tx.university],
    )
    await countStudents(tx, null)
  })
  const [chair, head, member, deputy, league] = await Promise.all(
    ["X1", "X2", "X3", "L2", "L1"].map((n) => w.as(n)),
  )
  const at = { chair: chair!, head: head!, member: member!, deputy: deputy!, league: league! }

  /** A review passed, to be named in a plan. */
  const approved = async (): Promise<string> => {
    const { id } = unwrap(await at.head.post(file, activityOn("2025-11-18")))
    unwrap(await review(at.deputy, id))
    return id
  }
  const drafted = async (as: Partial<typeof plan> = {}): Promise<string> =>
    unwrap(await at.head.post(contract.draft, { union: school, ...plan, ...as })).id
  const opened = async (as: Partial<typeof plan> = {}): Promise<string> => {
    const id = await drafted({ requestId: await approved(), ...as })
    unwrap(await at.chair.post(contract.open, { id }))
    return id
  }
  return { w, ...at, approved, drafted, opened }
}
