import { newId } from "@qiaoliang/basics"
import { testWorld } from "#modules/accounts/build.ts"
import {
  type Appointment,
  type Assembly,
  assemblyModule,
  type Duty,
  insertAppointments,
  insertAssembly,
} from "#modules/assembly/index.ts"
import { type Delegate, delegatesModule, insertDelegates } from "#modules/delegates/index.ts"
import { addUnion, hold } from "#modules/offices/build.ts"
import { insertAttendance, rollModule } from "#modules/roll/index.ts"
import type { AgendaItem, Panel } from "./doors.ts"
import { hallModule } from "./module.ts"

/** The agenda of the tests, by the id of the item. */
export const agenda: readonly AgendaItem[] = [
  item(1, "rules", "表决通过选举办法"),
  item(2, "report", "听取和审议学生会工作报告", "林之远"),
  item(3, "charter", "审议章程修正案"),
  item(4, "election", "选举新一届主席团"),
  item(5, "other", "宣读倡议书"),
]

function item(position: number, kind: AgendaItem["kind"], title: string, reporter = ""): AgendaItem {
  return {
    id: `i${position}`,
    position,
    title,
    kind,
    detail: "",
    reporter,
    minutes: 0,
    papers: [],
  }
}

/**
 * A congress called for today: nine delegates D1…D9 and an observer O1; C1 leads the presiding body, C2 sits in it,
 * S1 is a steward, T1 a teller, B1 of the preparatory committee. Nobody has checked in.
 */
export async function calledCongress(panels: readonly Panel[] = []) {
  let shown = panels
  const w = await testWorld({
    modules: [
      assemblyModule,
      delegatesModule,
      rollModule,
      hallModule({ agenda: async () => agenda, panels: [async () => shown] }),
    ],
  })
  const union = await addUnion(w, { name: "桥梁大学学生会" })
  await hold(w, { kind: "school-league", number: "L1" })
  const id = newId()
  const assembly: Assembly = {
    id,
    unionId: union,
    kind: "congress",
    name: "桥梁大学第三次学生代表大会",
    day: "2025-11-15",
    time: "09:30",
    place: "大礼堂",
    state: "convened",
    theme: "",
    proposedOn: "2025-10-10",
    openedAt: null,
    closedAt: null,
    cancelledBecause: null,
  }
  const team = [
    post(id, "C1", "presiding", true),
    post(id, "C2", "presiding"),
    post(id, "S1", "steward"),
    post(id, "T1", "teller"),
    post(id, "B1", "preparatory"),
  ]
  const people = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) =>
    seat(id, `D${n}`, n <= 5 ? "文学院代表团" : "理学院代表团"),
  )
  await w.world.db.scoped(w.university.id, async (tx) => {
    await insertAssembly(tx, assembly)
    await insertAppointments(tx, team, "test")
    await insertDelegates(tx, [...people, { ...seat(id, "O1", "列席"), voting: false }], "test")
  })
  const signIn = (...numbers: string[]) => Promise.all(numbers.map((n) => w.as(n)))
  return {
    w,
    id,
    union,
    chair: (await signIn("C1"))[0]!,
    deputy: (await signIn("C2"))[0]!,
    steward: (await signIn("S1"))[0]!,
    teller: (await signIn("T1"))[0]!,
    preparing: (await signIn("B1"))[0]!,
    league: (await signIn("L1"))[0]!,
    student: (await signIn("X1"))[0]!,
    delegates: await signIn(...people.map((p) => p.number)),
    observer: (await signIn("O1"))[0]!,
    /** Came in, or went out. */
    async move(what: "in" | "out", ...numbers: string[]) {
      await w.world.db.scoped(w.university.id, async (tx) => {
        for (const number of numbers) {
          const at = w.world.clock()
          const line = { assemblyId: id, number, what, by: "list" as const, recordedBy: "S1", at }
          // Ids sort by time; the clock of a test stands still.
          await insertAttendance(tx, [{ id: newId(Date.now() + ++moves), ...line }])
        }
      })
    },
    show(panels: readonly Panel[]) {
      shown = panels
    },
  }
}

let moves = 0

const post = (assemblyId: string, number: string, duty: Duty, lead = false): Appointment => ({
  id: newId(),
  assemblyId,
  number,
  name: `${number}号`,
  duty,
  lead,
  basis: "预备会议通过",
  from: "2025-11-01",
  to: null,
})

const seat = (assemblyId: string, number: string, delegation: string): Delegate => ({
  id: newId(),
  assemblyId,
  number,
  name: `代表${number}`,
  voting: true,
  source: "class",
  faculty: delegation.replace("代表团", ""),
  grade: 2023,
  className: null,
  society: null,
  cadre: false,
  delegation,
  head: false,
  from: "2025-11-01",
  to: null,
})
