import { newId, unwrap } from "@qiaoliang/basics"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { charterModule } from "#modules/charter/index.ts"
import { congressModule } from "#modules/congress/index.ts"
import { evidence } from "#modules/evidence/index.ts"
import { findings } from "#modules/findings/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { addToRegister } from "#modules/people/build.ts"
import { people } from "#modules/people/index.ts"
import { unions } from "#modules/unions/index.ts"
import { articles } from "#policy/index.ts"
import * as contract from "./contract.ts"
import { draftsModule } from "./index.ts"

let w: TestWorld
let league: Person
let deputy: Person
let maths: Person
let chair: Person
let union: string

const sql = (text: string, values: unknown[]) =>
  w.world.db.scoped(w.university.id, (tx) => tx.client.query(text, [w.university.id, ...values]))

const student = (number: string, name: string) =>
  addToRegister(w, [
    { number, name, faculty: "数学学院", className: null, political: "member", from: "2024-09-01" },
  ])

const post = (of: string, number: string, kind: string, title: string, department: string | null) =>
  sql(
    `insert into post (university_id, id, union_id, kind, title, department, name, number, basis, valid_from, opened_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'test', '2024-09-01', 'test')`,
    [newId(), of, kind, title, department, `${number}号`, number],
  )

beforeAll(async () => {
  w = await testWorld({
    modules: [people, unions, charterModule(articles), congressModule, evidence, findings, draftsModule],
  })
  await addFaculty(w, "数学学院")
  await hold(w, { kind: "school-league", number: "L1" })
  await hold(w, { kind: "school-league", number: "L2", post: "deputy-secretary" })
  await hold(w, { kind: "school-league", number: "L3", post: "clerk" })
  await hold(w, { kind: "school-league", number: "L4", post: "clerk" })
  await hold(w, {
    kind: "school-league",
    number: "L5",
    post: "secretary",
    union: await addUnion(w, { name: "别的学生会" }),
  })
  await hold(w, { kind: "faculty-league", number: "F1", faculty: "数学学院" })
  for (const n of ["P1", "P2", "P3", "P4", "P5", "P6", "H1", "M1", "N1", "L1"]) await student(n, `${n}号`)
})

/** A school union with one too many in its presidium, and one department. */
beforeEach(async () => {
  union = await addUnion(w, { name: `校学生会${newId().slice(-6)}` })
  for (const n of ["P1", "P2", "P3", "P4", "P5", "P6"]) await post(union, n, "presidium", "主席团成员", null)
  await post(union, "H1", "head", "部长", "学习部")
  await post(union, "M1", "member", "干事", "学习部")
  await sql(
    "insert into department (university_id, union_id, name, valid_from, opened_by) values ($1, $2, '学习部', '2024-09-01', 'test')",
    [union],
  )
  league = await w.as("L1")
  deputy = await w.as("L2")
  maths = await w.as("F1")
  chair = await w.as("P1")
})

const begin = async (by = league) =>
  unwrap(await by.post(contract.draftsCreate, { unionId: union, title: "换届前的调整" })).id
const look = async (id: string, by = league) => unwrap(await by.get(contract.draftsOne, { id }))
const idOf = async (id: string, name: string, by = league) =>
  (await look(id, by)).posts.find((p) => p.name === name)!.id
const roster = async () =>
  (
    await sql(
      "select name, title, department, basis from post where university_id = $1 and union_id = $2 and valid_to is null order by name",
      [union],
    )
  ).rows as { name: string; title: string; department: string | null; basis: string }[]
const refusal = (answer: { ok: boolean; error?: unknown }) =>
  answer.ok ? undefined : (answer.error as { code: string; because: string; clause?: string; at?: string })

const N1 = {
  op: "add-post",
  number: "N1",
  name: "",
  kind: "member",
  title: "干事",
  department: "学习部",
} as const
const today = "2025-11-15"

describe("drafts", () => {
  it("drafts.create refuses the stranger, the union itself and another faculty's League first", async () => {
    const wanted = { unionId: union, title: "换届前的调整" }
    expect(refusal(await w.stranger.post(contract.draftsCreate, wanted))?.code).toBe("not-signed-in")
    expect(refusal(await chair.post(contract.draftsCreate, wanted))?.code).toBe("not-allowed")
    expect(refusal(await maths.post(contract.draftsCreate, wanted))?.clause).toBe("10.3")
    expect((await league.post(contract.draftsCreate, wanted)).ok).toBe(true)
  })

  it("drafts.one lays before and after side by side and writes nothing", async () => {
    const id = await begin()
    expect((await look(id)).changes).toEqual([])
    const post = await idOf(id, "P6号")
    unwrap(await league.post(contract.draftsChange, { id, ops: [{ op: "end-post", post }] }))
    const seen = await look(id)
    const three = seen.changes.find((c) => c.clause === "3.3")
    expect([three?.before?.verdict, three?.after?.verdict]).toEqual(["violated", "met"])
    expect(seen.after.violated).toBeLessThan(seen.before.violated!)
    expect(seen.posts.find((p) => p.name === "P6号")?.change).toBe("ended")
    expect(await roster()).toHaveLength(8)
  })

  it("drafts.change refuses what cannot be, at the field", async () => {
    const id = await begin()
    const change = (...ops: unknown[]) =>
      league.post(contract.draftsChange, { id, ops: ops as never }).then(refusal)
    expect(await change({ ...N1, number: "X9" })).toMatchObject({ at: "number" })
    expect(await change({ ...N1, name: "别人" })).toMatchObject({ at: "name" })
    expect(await change({ ...N1, title: "部长" })).toMatchObject({ at: "title" })
    expect(await change({ ...N1, department: "体育部" })).toMatchObject({ at: "department" })
    expect(await change({ ...N1, number: "M1" })).toMatchObject({ at: "number" })
    expect(await change({ op: "close-department", name: "学习部" })).toMatchObject({ code: "invalid" })
    expect(await change(N1)).toBeUndefined()
    expect(await deputy.post(contract.draftsChange, { id, ops: [] }).then(refusal)).toMatchObject({
      code: "not-allowed",
    })
  })

  it("drafts.share opens a draft to others who guide the union", async () => {
    const id = await begin()
    expect(refusal(await deputy.get(contract.draftsOne, { id }))?.code).toBe("not-allowed")
    expect(unwrap(await deputy.get(contract.draftsList, { unionId: union })).items).toEqual([])
    expect(refusal(await deputy.post(contract.draftsShare, { id, shared: true }))?.code).toBe("not-allowed")
    unwrap(await league.post(contract.draftsShare, { id, shared: true }))
    expect((await look(id, deputy)).can.change).toBe(false)
    expect(unwrap(await deputy.get(contract.draftsList, { unionId: union })).total).toBe(1)
    expect(refusal(await maths.get(contract.draftsOne, { id }))?.code).toBe("not-allowed")
  })

  it("drafts.apply writes it from the day, the basis naming the draft, and the register follows", async () => {
    const id = await begin()
    const [p6, m1, h1] = [await idOf(id, "P6号"), await idOf(id, "M1号"), await idOf(id, "H1号")]
    const move = { op: "move-post", kind: "head", department: "实践部" } as const
    const ops = [
      { op: "end-post", post: p6 } as const,
      { op: "add-department", name: "实践部" } as const,
      { ...move, post: m1, title: "副部长" },
      { ...move, post: h1, title: "部长" },
      { op: "close-department", name: "学习部" } as const,
      { ...N1, department: "实践部" },
    ]
    unwrap(await league.post(contract.draftsChange, { id, ops }))
    expect(refusal(await league.post(contract.draftsApply, { id, from: "2024-08-31" }))?.at).toBe("from")
    expect(refusal(await league.post(contract.draftsApply, { id, from: "2025-11-16" }))?.at).toBe("from")
    expect(refusal(await chair.post(contract.draftsApply, { id, from: today }))?.code).toBe("not-allowed")
    unwrap(await league.post(contract.draftsApply, { id, from: "2025-11-10" }))
    const now = await roster()
    expect(now.map((p) => [p.name, p.department, p.title])).toEqual([
      ["H1号", "实践部", "部长"],
      ["M1号", "实践部", "副部长"],
      ["N1号", "实践部", "干事"],
      ...["P1", "P2", "P3", "P4", "P5"].map((n) => [`${n}号`, null, "主席团成员"]),
    ])
    expect(now[0]!.basis).toContain("《换届前的调整》")
    const three = await sql(
      "select verdict from finding where university_id = $1 and union_id = $2 and clause = '3.3' and closed_at is null",
      [union],
    )
    expect(three.rows).toEqual([{ verdict: "met" }])
    expect(refusal(await league.post(contract.draftsApply, { id, from: today }))?.code).toBe("conflict")
    expect((await look(id)).draft.applied?.from).toBe("2025-11-10")
  })

  it("drafts.apply refuses titles outside 3.9, a way into the presidium (5.1) and one's own person", async () => {
    const attempt = async (op: object) => {
      const id = await begin()
      unwrap(await league.post(contract.draftsChange, { id, ops: [op as never] }))
      expect((await look(id)).can.apply).toBe(false)
      return refusal(await league.post(contract.draftsApply, { id, from: today }))
    }
    expect((await attempt({ ...N1, title: "秘书长" }))?.clause).toBe("3.9")
    const presidium = { kind: "presidium", title: "主席团成员", department: null }
    expect((await attempt({ ...N1, ...presidium }))?.clause).toBe("5.1")
    expect((await attempt({ ...N1, number: "L1" }))?.code).toBe("not-allowed")
    expect(await roster()).toHaveLength(8)
  })

  it("drafts.apply refuses once the roster moved under it, until the draft is begun anew over it", async () => {
    const id = await begin()
    const [p6, m1] = [await idOf(id, "P6号"), await idOf(id, "M1号")]
    unwrap(
      await league.post(contract.draftsChange, {
        id,
        ops: [
          { op: "end-post", post: p6 },
          { op: "end-post", post: m1 },
        ],
      }),
    )
    await sql(
      "update post set valid_to = '2025-11-01', closed_by = 'other' where university_id = $1 and id = $2",
      [m1],
    )
    expect(refusal(await league.post(contract.draftsApply, { id, from: today }))?.code).toBe("conflict")
    expect((await look(id)).can.rebase).toBe(true)
    expect(unwrap(await league.post(contract.draftsChange, { id, rebase: true })).left).toBe(1)
    unwrap(await league.post(contract.draftsApply, { id, from: today }))
    expect((await roster()).map((p) => p.name)).toEqual(["H1号", "P1号", "P2号", "P3号", "P4号", "P5号"])
  })

  it("drafts.apply is for a post that decides: a clerk prepares, the union's secretary-general may apply", async () => {
    await hold(w, { kind: "school-league", number: "L4", post: "secretary", union })
    const [clerk, secretary, elsewhere] = [await w.as("L3"), await w.as("L4"), await w.as("L5")]
    const id = await begin(clerk)
    const post = await idOf(id, "P6号", clerk)
    unwrap(await clerk.post(contract.draftsChange, { id, ops: [{ op: "end-post", post }] }))
    expect((await look(id, clerk)).can).toMatchObject({ change: true, apply: false })
    expect(refusal(await clerk.post(contract.draftsApply, { id, from: today }))).toMatchObject({
      code: "not-allowed",
      clause: "10.3",
      because: "此事由学校团委负责人或本会秘书长办理",
    })
    const unshared = refusal(await secretary.post(contract.draftsApply, { id, from: today }))
    expect(unshared?.because).toBe("这份方案尚未共享")
    unwrap(await clerk.post(contract.draftsShare, { id, shared: true }))
    expect(refusal(await elsewhere.post(contract.draftsApply, { id, from: today }))?.code).toBe("not-allowed")
    expect((await look(id, secretary)).can).toMatchObject({ change: false, apply: true })
    unwrap(await secretary.post(contract.draftsApply, { id, from: today }))
    expect(await roster()).toHaveLength(7)
  })

  it("drafts.one shows a secretary-general the shared drafts of the union served, and no others", async () => {
    const [own, other] = [await begin(), await begin()]
    unwrap(await league.post(contract.draftsShare, { id: own, shared: true }))
    await hold(w, { kind: "school-league", number: "L6", post: "secretary", union })
    const secretary = await w.as("L6")
    const listed = unwrap(await secretary.get(contract.draftsList, { unionId: union }))
    expect([listed.items.map((d) => d.id), listed.unions]).toEqual([[own], []])
    expect(refusal(await secretary.get(contract.draftsOne, { id: other }))?.code).toBe("not-allowed")
    const elsewhere = await w.as("L5")
    expect(refusal(await elsewhere.get(contract.draftsOne, { id: own }))?.clause).toBe("10.3")
    expect(
      refusal(await secretary.post(contract.draftsCreate, { unionId: union, title: "新的" }))?.clause,
    ).toBe("10.3")
  })

  it("drafts.drop ends it", async () => {
    const id = await begin()
    expect(refusal(await deputy.post(contract.draftsDrop, { id }))?.code).toBe("not-allowed")
    unwrap(await league.post(contract.draftsDrop, { id }))
    expect(refusal(await league.post(contract.draftsChange, { id, ops: [] }))?.code).toBe("conflict")
  })
})
