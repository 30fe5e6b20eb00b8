import { newId } from "@qiaoliang/basics"
import { nobody } from "#kit/server/actor.ts"
import type { TestWorld } from "#kit/server/test-world.ts"
import type { University } from "#kit/server/world.ts"
import type { Need, Shown } from "./need.ts"
import { raiseNeed, speakFor } from "./raising.ts"

interface Wanted {
  readonly unionId: string
  readonly number: string
  readonly shown?: Shown
  readonly desk?: Need["desk"]
  readonly title?: string
  readonly text?: string
  readonly categoryId?: string
  readonly faculty?: string
  readonly className?: string
  readonly discreet?: boolean
  /** Numbers of those who say "me too". */
  readonly voices?: readonly string[]
}

/** A student in the register, where there is none yet. */
export async function addStudent(
  w: TestWorld,
  s: { number: string; name?: string; faculty?: string; className?: string; grade?: number; level?: string },
  at: University = w.university,
): Promise<void> {
  await w.world.db.scoped(at.id, (tx) =>
    tx.client.query(
      `insert into student (university_id, number, name, faculty, class_name, grade, level, political, political_written,
         valid_from, opened_by)
       select $1, $2, $3, $4, $5, $6, $7, 'masses', '群众', '2020-09-01', $8
       where not exists (select from student where university_id = $1 and number = $2)`,
      [
        at.id,
        s.number,
        s.name ?? `${s.number}号`,
        s.faculty ?? "文学院",
        s.className ?? "汉语言2301",
        s.grade ?? 2023,
        s.level ?? "undergraduate",
        newId(),
      ],
    ),
  )
}

/** A need raised by a student of the register, as the verb does it. */
export async function raise(w: TestWorld, wanted: Wanted): Promise<Need> {
  const { number, voices = [], faculty = "文学院", className = "汉语言2301" } = wanted
  for (const n of [number, ...voices]) await addStudent(w, { number: n, faculty, className })
  return w.world.within(w.university, nobody, async (ctx) => {
    const need = await raiseNeed(
      ctx,
      {
        desk: wanted.desk ?? "union",
        unionId: wanted.unionId,
        title: wanted.title ?? "宿舍洗衣机坏了",
        text: wanted.text ?? "三号楼一层的洗衣机两周没有人修。",
        categoryId: wanted.categoryId ?? "usual-12",
        field: "权益维护",
        place: "三号楼",
        shown: wanted.shown ?? "desk",
        discreet: wanted.discreet ?? false,
        photos: [],
      },
      { number, name: `${number}号`, faculty, className },
    )
    for (const n of voices) await speakFor(ctx, need.id, { number: n, faculty, className })
    return need
  })
}
