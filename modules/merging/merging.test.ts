import { newId, unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import { answer, send } from "#modules/handling/contract.ts"
import { handlingsOf } from "#modules/handling/index.ts"
import { list as inboxList } from "#modules/inbox/contract.ts"
import { mine } from "#modules/needs/contract.ts"
import { voicesOf } from "#modules/needs/index.ts"
import { addToRegister } from "#modules/people/build.ts"
import { mergingWorld, raised, washing } from "./build.ts"
import * as contract from "./contract.ts"

const of = await mergingWorld()
const { w, people } = of
const because = "说的是同一件事"

const groupsFor = async (who = people.K1) => unwrap(await who.get(contract.groups, {}))
const handling = async (id: string) =>
  (await w.world.within(w.university, nobody, (ctx) => handlingsOf(ctx.tx, [id], ctx.today))).get(id)!
const voices = async (id: string) =>
  (await w.world.within(w.university, nobody, (ctx) => voicesOf(ctx.tx, [id]))).get(id)!.total
const told = (number: string) =>
  w.world.db.scoped(w.university.id, async (tx) => {
    const { rows } = await tx.client.query<{ title: string }>(
      "select title from reminder where university_id = $1 and number = $2 order by title",
      [w.university.id, number],
    )
    return rows.map((r) => r.title)
  })

describe("proposals", () => {
  it("are for those who sort the needs, and for no stranger, student, other desk or office", async () => {
    const [a, b] = [await raised(of, washing[0]), await raised(of, { ...washing[1], number: "S2" })]
    const deeds = [
      (who: typeof people.K1) => who.post(contract.merge, { into: a.id, needs: [b.id], because }),
      (who: typeof people.K1) => who.post(contract.apart, { needs: [a.id], from: [b.id] }),
    ]
    for (const deed of deeds) {
      expect((await deed(w.stranger)).status).toBe(401)
      for (const who of ["S9", "S3", "Q1", "FK1", "H1", "L1"] as const)
        expect((await deed(people[who])).status).toBe(403)
    }
    expect((await w.stranger.get(contract.groups, {})).status).toBe(401)
    for (const who of ["S9", "Q1", "H1"] as const)
      expect((await people[who].get(contract.groups, {})).status).toBe(403)
    expect((await people.FK1.get(contract.groups, { at: `union:${of.school}` })).status).toBe(403)
    expect((await groupsFor(people.FK1)).total).toBe(0)

    const { items } = await groupsFor()
    expect(items).toMatchObject([{ lead: a.id, needs: [{ id: a.id, voices: 1 }, { id: b.id }] }])
    expect(items[0]!.shared.length).toBeGreaterThan(0)
    expect(JSON.stringify(items)).not.toContain("S1号")
    const waiting = unwrap(await people.K1.get(inboxList, {}))
    expect(JSON.stringify(waiting)).toContain("1组可能重复的诉求")
    for (const part of [a, b])
      unwrap(await people.K1.post(contract.apart, { needs: [part.id], from: [part === a ? b.id : a.id] }))
  })

  it("come no more once they were said not to be one matter, also of what is merged later", async () => {
    const { total } = await groupsFor()
    expect(total).toBe(0)
    const third = await raised(of, { ...washing[2], number: "S3" })
    const before = await groupsFor()
    expect(before.items).toHaveLength(1)
    const [one] = before.items
    expect(one!.needs.map((n) => n.id)).toContain(third.id)
    expect(one!.needs).toHaveLength(2)

    unwrap(
      await people.K1.post(contract.merge, {
        into: one!.lead,
        needs: [third.id].filter((id) => id !== one!.lead),
        because,
      }),
    )
    expect((await groupsFor()).total).toBe(0)

    const { apart } = unwrap(await people.K1.get(contract.done, {}))
    expect((await people.Q1.post(contract.again, { id: apart[0]!.id })).status).toBe(403)
    for (const said of apart) unwrap(await people.K1.post(contract.again, { id: said.id }))
    expect((await groupsFor()).total).toBe(1)
    expect((await people.K1.post(contract.again, { id: apart[0]!.id })).status).toBe(404)
  })
})

describe("merging", () => {
  const canteen = [
    { title: "二食堂晚饭太贵", text: "二食堂菜价涨了，量少了，希望公示定价依据。" },
    { title: "二食堂菜价上涨没有公示", text: "二食堂的菜又贵又少。" },
    { title: "希望公开二食堂定价", text: "二食堂菜价涨价没有任何公示。" },
  ] as const

  it("takes some of a group, tells every raiser, counts nobody twice", async () => {
    const [a, b, c] = [
      await raised(of, { ...canteen[0], number: "S1" }),
      await raised(of, { ...canteen[1], number: "S2", voices: ["S1", "S3"] }),
      await raised(of, { ...canteen[2], number: "S9", shown: "anonymous", voices: ["S1"] }),
    ]
    unwrap(await people.K1.post(contract.merge, { into: a.id, needs: [b.id], because }))
    expect(await voices(a.id)).toBe(3)
    expect(await told("S2")).toContain(`您提出的诉求第${b.nth}号已与诉求第${a.nth}号合并办理`)
    expect(await told("S1")).toContain(`诉求第${b.nth}号已并入您提出的诉求第${a.nth}号`)
    const own = unwrap(await people.S2.get(mine, {})).items.find((n) => n.id === b.id)
    expect(own).toMatchObject({ state: "merged", mergedInto: { nth: a.nth } })

    // What was left over is proposed with the one the others went into.
    const group = (await groupsFor()).items.find((g) => g.needs.some((n) => n.id === c.id))
    expect(group?.needs.map((n) => n.id)).toEqual([a.id, c.id])
    unwrap(await people.P1.post(contract.merge, { into: a.id, needs: [c.id], because }))
    // S1's "me too" counts on: whether it was there already would say something of who is unnamed.
    expect(await voices(a.id)).toBe(5)
    // Who raised it anonymously is told by nobody, and finds it in the own list.
    expect(await told("S9")).toEqual([])
    expect(unwrap(await people.S9.get(mine, {})).items.find((n) => n.id === c.id)?.mergedInto).toMatchObject({
      nth: a.nth,
    })
    expect(await people.K1.post(contract.merge, { into: a.id, needs: [b.id], because })).toMatchObject({
      error: { code: "conflict" },
    })
    expect(await people.K1.post(contract.merge, { into: a.id, needs: [a.id], because })).toMatchObject({
      error: { code: "invalid" },
    })

    const { merged } = unwrap(await people.K1.get(contract.done, { into: a.id }))
    expect(merged.map((m) => m.id).toSorted()).toEqual([b.id, c.id].toSorted())
    expect((await people.H1.post(contract.unmerge, { id: b.id, because: "不是一件" })).status).toBe(403)
    unwrap(await people.K1.post(contract.unmerge, { id: b.id, because: "不是一件" }))
    expect([await voices(a.id), await voices(b.id)]).toEqual([3, 3])
    expect(await told("S2")).toContain(`您提出的诉求第${b.nth}号已从诉求第${a.nth}号拆开，单独办理`)
    expect(await people.K1.post(contract.unmerge, { id: b.id, because: "不是一件" })).toMatchObject({
      error: { code: "conflict" },
    })
  })

  it("puts the one furthest in handling first, and can be undone after the office began", async () => {
    const [old, given] = [
      await raised(of, { title: "游泳馆水质有异味", text: "游泳馆的水太脏，有异味。" }),
      await raised(of, { title: "游泳池的水有异味", text: "游泳馆水质不好，有异味。", number: "S2" }),
    ]
    const office = { kind: "service", place: "后勤保障处" }
    unwrap(await people.K1.post(send, { id: given.id, office, open: true }))
    const group = (await groupsFor()).items.find((g) => g.needs.some((n) => n.id === old.id))
    expect(group?.lead).toBe(given.id)
    unwrap(await people.K1.post(contract.merge, { into: given.id, needs: [old.id], because }))
    const text = "已经换水，每天公布检测结果。"
    unwrap(await people.H1.post(answer, { id: given.id, outcome: "A", text, sign: true }))
    expect((await handling(old.id)).state).toBe("done")
    unwrap(await people.K1.post(contract.unmerge, { id: old.id, because: "不是同一个馆" }))
    expect(await handling(old.id)).toMatchObject({ state: "sorting", answer: null })
    expect(await handling(given.id)).toMatchObject({ state: "done" })
  })

  it("is nobody's of what he or she raised, openly or not, and never across desks", async () => {
    for (const shown of ["desk", "anonymous"] as const) {
      await addToRegister(w, [{ number: "K2" }])
      const own = await raised(of, {
        title: "操场看台座椅断了",
        text: "操场看台坏了三排。",
        number: "K2",
        shown,
      })
      const other = await raised(of, { title: "操场看台座椅坏了", text: "看台座椅断了三排。", number: "S2" })
      expect(
        (await people.K2.post(contract.merge, { into: other.id, needs: [own.id], because })).status,
      ).toBe(403)
      expect((await people.K2.post(contract.apart, { needs: [other.id], from: [own.id] })).status).toBe(403)
      const lines = (await groupsFor(people.K2)).items.flatMap((g) => g.needs)
      expect(lines.find((n) => n.id === own.id)?.own).toBe(true)
      expect((await groupsFor()).items.flatMap((g) => g.needs).find((n) => n.id === own.id)?.own).toBe(false)
      unwrap(await people.K1.post(contract.merge, { into: other.id, needs: [own.id], because }))
      expect((await people.K2.post(contract.unmerge, { id: own.id, because })).status).toBe(403)
    }
    const [here, there] = [await raised(of), await raised(of, { unionId: of.faculty, number: "S2" })]
    expect((await people.K1.post(contract.merge, { into: here.id, needs: [there.id], because })).status).toBe(
      403,
    )
    const conduct = await raised(of, { desk: "league", categoryId: "usual-17", number: "S3" })
    expect(
      (await people.K1.post(contract.merge, { into: here.id, needs: [conduct.id], because })).status,
    ).toBe(403)
    expect(JSON.stringify(await groupsFor())).not.toContain(conduct.id)
  })

  it("is found by another university nowhere", async () => {
    const far = await w.addUniversity("江湖大学")
    const theirs = await w.as("K1", far)
    const id = (await raised(of)).id
    expect((await theirs.post(contract.merge, { into: id, needs: [newId()], because })).status).toBe(404)
    expect((await theirs.post(contract.unmerge, { id, because })).status).toBe(404)
    expect((await theirs.get(contract.groups, {})).status).toBe(403)
  })
})
