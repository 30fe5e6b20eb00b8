import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { openActor } from "#modules/accounts/index.ts"
import { asked, candidate, congressWorld, refusalOf } from "./build.ts"
import * as contract from "./contract.ts"
import { inboxItems } from "./index.ts"

const { w, letters, people } = await congressWorld()
const { writer, member, builder, outsider } = people
const { id } = unwrap(await writer.post(contract.propose, asked(letters)))
const at = async (of: string) => unwrap(await writer.get(contract.one, { id: of }))

describe("assembly.appoint", () => {
  const give = (
    duty: "preparatory" | "scrutineer" | "teller" | "credentials" | "presiding",
    ...of: string[]
  ) => ({
    assembly: id,
    duty,
    people: of,
    basis: "筹备会议确定",
  })
  const secretary = (...of: string[]) => ({ ...give("preparatory", ...of), lead: true })

  it("refuses whoever does not prepare it", async () => {
    expect((await w.stranger.post(contract.appoint, give("preparatory", "S005"))).status).toBe(401)
    for (const who of [outsider, member, builder, people.party])
      expect((await who.post(contract.appoint, give("preparatory", "S005"))).status).toBe(403)
    expect((await outsider.get(contract.find, { assembly: id, text: "S0" })).status).toBe(403)
  })

  it("finds people in the register and in the offices over the union", async () => {
    const found = async (text: string) =>
      unwrap(await writer.get(contract.find, { assembly: id, text })).people.map((p) => p.number)
    expect(await found("同学S004")).toEqual(["S004"])
    expect(await found("文院团委")).toEqual(["F1"])
    expect(await found("G001")).toEqual([])
    expect((await writer.get(contract.find, { assembly: id, text: "同" })).status).toBe(400)
  })

  it("takes a League cadre of the union's level as secretary-general, nobody else", async () => {
    for (const number of ["S005", "F2", "L2"]) {
      const answer = await writer.post(contract.appoint, secretary(number))
      expect(answer.status).toBe(422)
      expect(refusalOf(answer)?.cure).toContain("团委专职干部")
    }
    expect((await writer.post(contract.appoint, secretary("none"))).status).toBe(400)
    expect((await writer.post(contract.appoint, secretary("F1", "S005"))).status).toBe(400)
    expect((await writer.post(contract.appoint, secretary("F1"))).ok).toBe(true)
    expect((await writer.post(contract.appoint, secretary("F1"))).status).toBe(409)
    const body = (await at(id)).team.find((t) => t.duty === "preparatory")
    expect(body?.people).toMatchObject([{ number: "F1", lead: true, basis: "筹备会议确定" }])
  })

  it("keeps candidates, the count and the credentials apart", async () => {
    await candidate(w, letters, "S009")
    for (const duty of ["scrutineer", "teller", "credentials"] as const) {
      const answer = await writer.post(contract.appoint, give(duty, "S009"))
      expect(answer.status).toBe(422)
      expect(refusalOf(answer)?.because).toContain("候选人")
    }
    expect((await writer.post(contract.appoint, { ...give("presiding", "S009"), lead: true })).status).toBe(
      422,
    )
    expect((await writer.post(contract.appoint, give("presiding", "S009"))).ok).toBe(true)
    expect((await writer.post(contract.appoint, give("scrutineer", "S010", "S011"))).ok).toBe(true)
    expect(refusalOf(await writer.post(contract.appoint, give("teller", "S010")))?.because).toContain(
      "监票人",
    )
    expect((await writer.post(contract.appoint, give("credentials", "S011"))).status).toBe(422)
    expect((await writer.post(contract.appoint, give("teller", "F2"))).status).toBe(422)
    expect((await writer.post(contract.appoint, give("teller", "S012"))).ok).toBe(true)
    // A scrutineer who comes to head them stays one person in one post.
    expect((await writer.post(contract.appoint, { ...give("scrutineer", "S010"), lead: true })).ok).toBe(true)
    const body = (await at(id)).team.find((t) => t.duty === "scrutineer")
    expect(body?.people.map((p) => [p.number, p.lead])).toEqual([
      ["S010", true],
      ["S011", false],
    ])
    const again = await writer.post(contract.appoint, { ...give("scrutineer", "S011"), lead: true })
    expect(again.status).toBe(409)
  })

  it("is taken back with a reason; the committee may act from then on, and no longer", async () => {
    expect((await outsider.post(contract.appoint, give("teller", "S013"))).status).toBe(403)
    expect((await writer.post(contract.appoint, give("preparatory", "S020"))).ok).toBe(true)
    expect((await outsider.post(contract.appoint, give("teller", "S013"))).ok).toBe(true)
    // The request's own way is for those who take it, not for all who prepare.
    expect((await at(id)).course).not.toBeNull()
    expect(unwrap(await outsider.get(contract.one, { id })).course).toBeNull()
    const inbox = async () =>
      w.world.within(w.university, (await openActor(w.world, w.university, "S020"))!, inboxItems)
    expect((await inbox()).map((i) => i.title)).toEqual(["筹备大会"])
    const post = (await at(id)).team.flatMap((t) => t.people).find((p) => p.number === "S020")!
    const end = { assembly: id, appointment: post.id, because: "外出实习" }
    expect((await w.stranger.post(contract.dismiss, end)).status).toBe(401)
    expect((await member.post(contract.dismiss, end)).status).toBe(403)
    expect((await writer.post(contract.dismiss, end)).ok).toBe(true)
    expect((await writer.post(contract.dismiss, end)).status).toBe(404)
    expect((await outsider.post(contract.appoint, give("teller", "S014"))).status).toBe(403)
    expect(await inbox()).toEqual([])
  })
})
