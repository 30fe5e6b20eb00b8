import { describe, expect, it } from "vitest"
import { buildAccount } from "#modules/accounts/build.ts"
import { hold } from "#modules/offices/build.ts"
import * as contract from "./contract.ts"
import { disclosureWorld, must } from "./for-tests/world.ts"

const { w, union, secretary, deputy, stranger, readyDraft } = await disclosureWorld()

describe("drafting", () => {
  it("refuses the stranger, and those who have not signed in", async () => {
    expect(await stranger.post(contract.draft, { unionId: union, schoolYear: 2025 })).toMatchObject({
      status: 403,
    })
    expect(await w.stranger.post(contract.draft, { unionId: union, schoolYear: 2025 })).toMatchObject({
      status: 401,
    })
    expect(await deputy.post(contract.draft, { unionId: union, schoolYear: 2025 })).toMatchObject({
      status: 403,
    })
  })

  it("opens its room to those who prepare or see one, not to the stranger nor to an administrator as such", async () => {
    for (const one of [secretary, deputy, await w.as("S1")])
      expect((await one.get(contract.list, {})).status).toBe(200)
    expect((await stranger.get(contract.list, {})).status).toBe(403)
    await buildAccount(w, { number: "ADM", admin: true })
    expect((await (await w.as("ADM")).get(contract.list, {})).status).toBe(403)
  })

  it("refuses a day outside the school year or to come", async () => {
    for (const day of ["2025-08-31", "2025-11-16"])
      expect(await secretary.post(contract.draft, { unionId: union, schoolYear: 2025, day })).toMatchObject({
        status: 400,
      })
  })

  it("composes from the live facts: three in the presidium, nothing 是 that is not known", async () => {
    const drafted = must(await secretary.post(contract.draft, { unionId: union, schoolYear: 2025 }))
    const shown = must(await secretary.get(contract.one, { id: drafted.id }))
    const form = shown.content.sections.find((s) => s.kind === "assessment")!
    const presidium =
      form.kind === "assessment" ? form.own.rows.find((r) => r.text.includes("主席团成员不超过5人")) : null
    expect(presidium).toMatchObject({ conclusion: "yes", remark: expect.stringContaining("3人") })
    const computed = new Map(shown.basis.map((b) => [b.row, b]))
    for (const b of computed.values())
      if (b.findings.length === 0 || b.findings.some((f) => f.verdict === "unknown"))
        expect(b.computed).not.toBe("yes")
    expect(shown.obstacles.length).toBeGreaterThan(0)
    const refused = await secretary.post(contract.submit, { id: drafted.id, version: drafted.version })
    expect(refused).toMatchObject({ ok: false, error: { code: "conflict" } })
  })

  it("a second draft keeps what was filled in; an edit on an old version is refused", async () => {
    const first = must(await secretary.post(contract.draft, { unionId: union, schoolYear: 2025 }))
    const edited = must(
      await secretary.post(contract.edit, { id: first.id, version: first.version, shortcomings: "联动不足" }),
    )
    const again = must(await secretary.post(contract.draft, { unionId: union, schoolYear: 2025 }))
    expect(again.version).toBe(edited.version + 1)
    expect(must(await secretary.get(contract.one, { id: again.id })).own.shortcomings).toBe("联动不足")
    expect(
      await secretary.post(contract.edit, { id: first.id, version: first.version, shortcomings: "旧" }),
    ).toMatchObject({ status: 409 })
  })
})

describe("approval", () => {
  it("only by the one designated, never by the preparer, and only of the content seen", async () => {
    const ready = await readyDraft(secretary, 2025)
    const at = { id: ready.id, version: ready.version }
    must(await secretary.post(contract.submit, at))
    const other = await w.as("OTHER")
    expect(await other.post(contract.approve, { ...at, sha256: ready.sha256 })).toMatchObject({ status: 403 })
    expect(await secretary.post(contract.approve, { ...at, sha256: ready.sha256 })).toMatchObject({
      status: 403,
    })
    expect(await deputy.post(contract.approve, { ...at, sha256: "0".repeat(64) })).toMatchObject({
      status: 409,
    })
    const approved = must(await deputy.post(contract.approve, { ...at, sha256: ready.sha256 }))
    expect(approved.state).toBe("approved")
  })

  it("is reset by any change, and then nothing can be published", async () => {
    const ready = await readyDraft(secretary, 2025)
    const at = { id: ready.id, version: ready.version }
    must(await secretary.post(contract.submit, at))
    must(await deputy.post(contract.approve, { ...at, sha256: ready.sha256 }))
    const changed = must(await secretary.post(contract.edit, { ...at, shortcomings: "审核之后的改动" }))
    expect(changed).toMatchObject({ state: "draft", version: ready.version + 1 })
    expect(await secretary.post(contract.publish, { id: ready.id, version: changed.version })).toMatchObject({
      status: 409,
    })
    expect(await secretary.post(contract.publish, at)).toMatchObject({ status: 409 })
  })

  it("an edit that changes nothing leaves it standing", async () => {
    const ready = await readyDraft(secretary, 2025)
    const at = { id: ready.id, version: ready.version }
    must(await secretary.post(contract.submit, at))
    must(await deputy.post(contract.approve, { ...at, sha256: ready.sha256 }))
    expect(must(await secretary.post(contract.edit, { ...at, masks: { rank: "band" } })).state).toBe(
      "approved",
    )
  })

  it("the preparer cannot approve even when designated", async () => {
    await hold(w, { kind: "school-league", number: "BOTH", post: "secretary", union })
    await hold(w, { kind: "school-league", number: "BOTH", post: "deputy-secretary", designated: true })
    const both = await w.as("BOTH")
    const ready = await readyDraft(both, 2024)
    const at = { id: ready.id, version: ready.version }
    must(await both.post(contract.submit, at))
    expect(await both.post(contract.approve, { ...at, sha256: ready.sha256 })).toMatchObject({
      status: 403,
      error: { because: "编制人不能审核自己编制的公开材料", clause: "10.3" },
    })
    expect(must(await both.get(contract.one, { id: ready.id })).can.approve).toBe(false)
    expect(must(await deputy.post(contract.approve, { ...at, sha256: ready.sha256 })).state).toBe("approved")
  })

  it("gives back with a reason, which the history keeps", async () => {
    const ready = await readyDraft(secretary, 2025)
    const at = { id: ready.id, version: ready.version }
    must(await secretary.post(contract.submit, at))
    expect(await secretary.post(contract.giveBack, { ...at, reason: "不行" })).toMatchObject({ status: 403 })
    must(await deputy.post(contract.giveBack, { ...at, reason: "第九节请补充日期" }))
    const shown = must(await secretary.get(contract.one, { id: ready.id }))
    expect(shown.state).toBe("draft")
    expect(shown.moves[0]).toMatchObject({ move: "return", reason: "第九节请补充日期", by: "韩静" })
  })
})

describe("publishing", () => {
  it("shows everybody the approved version and nobody a draft; taken down, it is gone", async () => {
    const ready = await readyDraft(secretary, 2025)
    const at = { id: ready.id, version: ready.version }
    const page = `/disclosures/${ready.id}`
    expect((await w.stranger.send({ url: page })).statusCode).toBe(404)
    expect((await secretary.send({ url: page })).body).toContain("草稿")
    must(await secretary.post(contract.submit, at))
    must(await deputy.post(contract.approve, { ...at, sha256: ready.sha256 }))
    expect(await deputy.post(contract.publish, at)).toMatchObject({ status: 403 })
    must(await secretary.post(contract.publish, { ...at, downOn: "2026-11-15" }))

    const shown = await w.stranger.send({ url: page })
    expect(shown.statusCode).toBe(200)
    expect(shown.headers["x-robots-tag"]).toContain("noindex")
    expect(shown.body).toContain("桥梁大学学生会改革情况公开")
    expect(shown.body).toContain(ready.sha256)
    expect(shown.body).not.toContain("S1号2023")
    for (const [format, start] of [
      ["docx", "PK"],
      ["pdf", "%PDF"],
      ["json", "{"],
    ] as const) {
      const file = await w.stranger.send({ url: `${page}.${format}` })
      expect(file.statusCode).toBe(200)
      expect(file.rawPayload.subarray(0, start.length).toString()).toBe(start)
    }
    expect(must(await w.stranger.get(contract.publicOne, { id: ready.id })).sha256).toBe(ready.sha256)
    expect(must(await w.stranger.get(contract.publicList, {})).items.map((i) => i.id)).toContain(ready.id)

    const next = must(await secretary.post(contract.edit, { ...at, shortcomings: "公开之后起草的改动" }))
    expect((await w.stranger.send({ url: page })).body).not.toContain("公开之后起草的改动")
    expect((await w.stranger.send({ url: `${page}?version=${next.version}` })).statusCode).toBe(404)

    must(await secretary.post(contract.takeDown, { id: ready.id, reason: "学年已过" }))
    expect((await w.stranger.send({ url: page })).statusCode).toBe(404)
    expect((await w.stranger.send({ url: `${page}.json` })).statusCode).toBe(404)
  })

  it("the unmasked copy and the pack are the office's alone, and taking the pack is on record", async () => {
    const ready = await readyDraft(secretary, 2025)
    const pack = `/api/disclosure/${ready.id}/pack.zip`
    for (const person of [w.stranger, stranger]) {
      expect((await person.send({ url: pack })).statusCode).toBe(404)
      expect((await person.send({ url: `/disclosures/${ready.id}?copy=unmasked` })).statusCode).toBe(404)
    }
    const got = await secretary.send({ url: pack })
    expect(got.statusCode).toBe(200)
    expect(got.rawPayload.subarray(0, 2).toString()).toBe("PK")
    expect((await deputy.send({ url: `/disclosures/${ready.id}?copy=unmasked` })).body).toContain("学号")
    const logged = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query("select 1 from log_entry where verb = 'disclosure.pack'"),
    )
    expect(logged.rowCount).toBe(1)
  })

  it("versions and moves cannot be changed, and another university sees nothing", async () => {
    await expect(
      w.world.db.scoped(w.university.id, (tx) =>
        tx.client.query("update disclosure_version set sha256 = ''"),
      ),
    ).rejects.toThrow("append-only")
    await expect(
      w.world.db.scoped(w.university.id, (tx) => tx.client.query("delete from disclosure_move")),
    ).rejects.toThrow("append-only")
    const far = await w.addUniversity("远方大学")
    for (const table of ["disclosure", "disclosure_version", "disclosure_move"]) {
      const { rowCount } = await w.world.db.scoped(far.id, (tx) => tx.client.query(`select 1 from ${table}`))
      expect(rowCount).toBe(0)
    }
  })
})
