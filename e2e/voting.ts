import { newId } from "@qiaoliang/basics"
import { nobody } from "../kit/server/actor.ts"
import { type Duty, insertAppointments, insertAssembly } from "../modules/assembly/index.ts"
import { insertDelegates } from "../modules/delegates/index.ts"
import { insertAttendance } from "../modules/roll/index.ts"
import { unionByName } from "../modules/unions/index.ts"
import type { openProduct } from "./product.ts"

export interface Named {
  readonly number: string
  readonly name: string
}

/** A faculty congress in session, as preparation and the preliminary meeting leave it behind: who does what, who is here. */
export async function inSession(product: Awaited<ReturnType<typeof openProduct>>, delegates: number) {
  const { world } = product
  const of = (await world.firstUniversity())!
  const made = await world.within(of, nobody, async (ctx) => {
    const { tx, today } = ctx
    const union = (await unionByName(tx, "文学院学生会"))!
    const { rows } = await tx.client.query<Named>(
      `select number, name from student s where university_id = $1 and valid_to is null and level = 'undergraduate'
         and faculty = '文学院' and not exists (select from post p where p.university_id = $1 and p.number = s.number)
         and not exists (select from assembly_appointment a where a.university_id = $1 and a.number = s.number)
       order by number limit $2`,
      [tx.university, delegates + 11],
    )
    const [chair, officer, s1, s2, s3, t1, t2, ...rest] = rows as [
      Named,
      Named,
      Named,
      Named,
      Named,
      Named,
      Named,
    ]
    const candidates = (rest as Named[]).slice(0, 4)
    const voters = (rest as Named[]).slice(4)
    const id = newId()
    await insertAssembly(tx, {
      id,
      unionId: union.id,
      kind: "congress",
      name: "文学院第九次学生代表大会",
      day: today,
      time: "14:00",
      place: "文学院报告厅",
      theme: "",
      state: "open",
      proposedOn: "2025-10-08",
      openedAt: ctx.now,
      closedAt: null,
      cancelledBecause: null,
    })
    const serves = ({ number, name }: Named, duty: Duty, lead = false) => ({
      id: newId(),
      assemblyId: id,
      number,
      name,
      duty,
      lead,
      basis: "预备会议通过",
      from: "2025-11-01" as const,
      to: null,
    })
    await insertAppointments(
      tx,
      [
        serves(chair, "presiding", true),
        serves(officer, "credentials", true),
        serves(s1, "scrutineer", true),
        serves(s2, "scrutineer"),
        serves(s3, "scrutineer"),
        serves(t1, "teller", true),
        serves(t2, "teller"),
      ],
      "test",
    )
    await insertDelegates(
      tx,
      voters.map(({ number, name }) => ({
        id: newId(),
        assemblyId: id,
        number,
        name,
        voting: true,
        source: "class" as const,
        faculty: "文学院",
        grade: 2023,
        className: "汉语言文学2301班",
        society: null,
        cadre: false,
        delegation: "第一代表团",
        head: false,
        from: "2025-11-01" as const,
        to: null,
      })),
      "test",
    )
    await insertAttendance(
      tx,
      voters.map(({ number }) => ({
        id: newId(),
        assemblyId: id,
        number,
        what: "in" as const,
        by: "list" as const,
        recordedBy: officer.number,
        at: ctx.now,
      })),
    )
    return { id, chair, officer, trustees: [s1, s2, s3], tellers: [t1, t2], candidates, voters }
  })
  for (const p of [made.chair, made.officer, ...made.trustees, ...made.tellers, ...made.voters])
    await product.enrol(p.number, p.name)
  return made
}
