import { newId } from "@qiaoliang/basics"
import type { TestWorld } from "#kit/server/test-world.ts"
import type { University } from "#kit/server/world.ts"
import type { OfficeKind, OfficePost } from "#policy/offices.ts"
import { usualTitle } from "./office.ts"
import { officeAt, seat } from "./store.ts"

interface Wanted {
  readonly kind: OfficeKind
  readonly number: string
  readonly name?: string
  readonly post?: OfficePost
  readonly title?: string
  readonly faculty?: string
  readonly scope?: string
  readonly union?: string
  readonly designated?: boolean
  readonly fullTime?: boolean
  readonly from?: string
  readonly to?: string
}

/** A person in a post, as if appointed long ago: `hold(w, { kind: "school-league", number: "L1" })`. Answers the holder's id. */
export function hold(w: TestWorld, wanted: Wanted, at: University = w.university): Promise<string> {
  const post = wanted.post ?? "head"
  return w.world.db.scoped(at.id, async (tx) => {
    const scope = wanted.scope ?? wanted.faculty
    const office = await officeAt(tx, at, { kind: wanted.kind, scope, faculty: wanted.faculty })
    if (!office) throw new Error(`no place ${scope} for ${wanted.kind}`)
    return seat(tx, {
      office,
      number: wanted.number,
      name: wanted.name ?? `${wanted.number}号`,
      post,
      title: wanted.title ?? usualTitle(wanted.kind, post),
      unionId: wanted.union ?? null,
      designated: wanted.designated ?? false,
      fullTime: wanted.fullTime ?? null,
      basis: "appointed",
      validFrom: wanted.from ?? "2024-09-01",
      validTo: wanted.to ?? null,
      change: newId(),
    })
  })
}

/** A faculty in the register. */
export async function addFaculty(w: TestWorld, name: string, at: University = w.university): Promise<void> {
  await w.world.db.scoped(at.id, (tx) =>
    tx.client.query("insert into faculty (university_id, id, name, opened_by) values ($1, $2, $3, 'test')", [
      at.id,
      newId(),
      name,
    ]),
  )
}

/** A union, and the posts students hold in it. */
export async function addUnion(
  w: TestWorld,
  wanted: {
    id?: string
    name: string
    level?: "school" | "faculty"
    kind?: "undergraduate" | "graduate"
    faculty?: string
    posts?: readonly { number: string; name?: string; kind: "presidium" | "head" | "member"; title: string }[]
  },
  at: University = w.university,
): Promise<string> {
  const id = wanted.id ?? newId()
  await w.world.db.scoped(at.id, async (tx) => {
    await tx.client.query(
      `insert into student_union (university_id, id, name, level, kind, faculty, opened_by)
       values ($1, $2, $3, $4, $5, $6, 'test')`,
      [
        at.id,
        id,
        wanted.name,
        wanted.level ?? "school",
        wanted.kind ?? "undergraduate",
        wanted.faculty ?? null,
      ],
    )
    for (const p of wanted.posts ?? [])
      await tx.client.query(
        `insert into post (university_id, id, union_id, kind, title, name, number, basis, valid_from, opened_by)
         values ($1, $2, $3, $4, $5, $6, $7, 'test', '2024-09-01', 'test')`,
        [at.id, newId(), id, p.kind, p.title, p.name ?? `${p.number}号`, p.number],
      )
  })
  return id
}
