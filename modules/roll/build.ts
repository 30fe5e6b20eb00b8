import { newId } from "@qiaoliang/basics"
import type { TestWorld } from "#kit/server/test-world.ts"
import { type AssemblyState, type Duty, insertAppointments, insertAssembly } from "#modules/assembly/index.ts"
import { type Delegate, insertDelegates } from "#modules/delegates/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"

export interface Hall {
  readonly id: string
  readonly union: string
  readonly name: string
}

/** The congress of 文学院学生会, with its League and Party organisations (F1, F2) and the offices of the school. */
export async function addHall(w: TestWorld, state: AssemblyState = "convened"): Promise<Hall> {
  const name = "文学院第九次学生代表大会"
  await addFaculty(w, "文学院")
  const union = await addUnion(w, {
    name: "文学院学生会",
    level: "faculty",
    faculty: "文学院",
    posts: [{ number: "U1", kind: "presidium", title: "执行主席" }],
  })
  await hold(w, { kind: "faculty-league", number: "F1", faculty: "文学院" })
  await hold(w, { kind: "faculty-party", number: "F2", faculty: "文学院" })
  await hold(w, { kind: "school-league", number: "L1" })
  const id = newId()
  await w.world.db.scoped(w.university.id, (tx) =>
    insertAssembly(tx, {
      id,
      unionId: union,
      kind: "congress",
      name,
      day: "2025-11-15",
      time: "14:00",
      place: "文科楼报告厅",
      state,
      proposedOn: "2025-09-20",
      openedAt: null,
      closedAt: null,
      cancelledBecause: null,
    }),
  )
  return { id, union, name }
}

/** Somebody serves in the assembly. */
export const addDuty = (w: TestWorld, hall: Hall, number: string, duty: Duty, lead = false): Promise<void> =>
  w.world.db.scoped(w.university.id, (tx) =>
    insertAppointments(
      tx,
      [
        {
          id: newId(),
          assemblyId: hall.id,
          number,
          name: `${number}号`,
          duty,
          lead,
          basis: "筹备委员会确定",
          from: "2025-10-01",
          to: null,
        },
      ],
      "test",
    ),
  )

export type Seat = Partial<Delegate> & { readonly number: string }

/** Delegates by number; of 汉语言代表团 with a vote unless said otherwise. */
export const addDelegates = (w: TestWorld, hall: Hall, seats: readonly Seat[]): Promise<void> =>
  w.world.db.scoped(w.university.id, (tx) =>
    insertDelegates(
      tx,
      seats.map((s) => ({
        id: newId(),
        assemblyId: hall.id,
        name: `${s.number}号`,
        voting: true,
        source: "class",
        faculty: "文学院",
        grade: 2023,
        className: "汉语言2301班",
        society: null,
        cadre: false,
        delegation: "汉语言代表团",
        head: false,
        from: "2025-11-01",
        to: null,
        ...s,
      })),
      "test",
    ),
  )
