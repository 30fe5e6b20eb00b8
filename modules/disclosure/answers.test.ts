import { describe, expect, it } from "vitest"
import { evidenceAttest } from "#modules/evidence/contract.ts"
import * as contract from "./contract.ts"
import { disclosureWorld, must } from "./for-tests/world.ts"

const { w, union, secretary, deputy, stranger, readyDraft } = await disclosureWorld()

describe("the union's own answer", () => {
  const answer = { row: "row-01", answer: "yes" as const, on: "2025-10-08", source: "校团委会议纪要" }

  it("is a claim until an office approves the version, and a claim again after a change or a return", async () => {
    const ready = await readyDraft(secretary, 2025)
    const said = must(
      await secretary.post(contract.edit, { id: ready.id, version: ready.version, attest: [answer] }),
    )
    const at = { id: said.id, version: said.version }
    const vouched = async () => must(await secretary.get(contract.one, { id: said.id })).vouched
    must(await secretary.post(contract.submit, at))
    expect(await vouched()).toBeNull()
    must(await deputy.post(contract.approve, { ...at, sha256: said.sha256 }))
    expect(await vouched()).toMatchObject({ by: "韩静", capacity: expect.stringContaining("专职副书记") })
    must(await deputy.post(contract.giveBack, { ...at, reason: "请附会议纪要" }))
    expect(await vouched()).toBeNull()
    must(await secretary.post(contract.submit, at))
    must(await deputy.post(contract.approve, { ...at, sha256: said.sha256 }))
    const changed = must(await secretary.post(contract.edit, { ...at, shortcomings: "审核之后又改" }))
    expect(await vouched()).toBeNull()
    const first = must(await secretary.get(contract.one, { id: said.id, version: said.version }))
    expect(first.vouched).not.toBeNull()
    expect(changed.state).toBe("draft")
  })

  it("changes no finding, and nobody of the union puts it on file", async () => {
    const before = must(await secretary.get(contract.one, { id: (await readyDraft(secretary, 2025)).id }))
    const first = { unionId: union, question: "no-administrative-duties", value: true }
    const held = { ...first, on: "2025-10-08", source: "校团委会议纪要" }
    for (const own of [secretary, await w.as("S1")])
      expect(await own.post(evidenceAttest, held)).toMatchObject({ status: 403, error: { clause: "9.1" } })
    expect(before.basis.find((b) => b.row === "row-01")?.computed).toBe("open")
    expect((await deputy.post(evidenceAttest, held)).ok).toBe(true)
  })
})

describe("a document behind an answer", () => {
  const url = "/api/disclosure/document"
  const send = (person: typeof secretary, name: string) =>
    person.send({
      method: "POST",
      url,
      headers: { "content-type": "multipart/form-data; boundary=----answers" },
      payload: [
        "------answers",
        `content-disposition: form-data; name="file"; filename="${name}"`,
        "content-type: text/html",
        "",
        "%PDF-1.7",
        "------answers--",
        "",
      ].join("\r\n"),
    })

  it("is sent by those who prepare, as paper; its type is told by its ending", async () => {
    expect((await send(w.stranger, "纪要.pdf")).statusCode).toBe(401)
    for (const person of [stranger, deputy]) expect((await send(person, "纪要.pdf")).statusCode).toBe(403)
    expect((await send(secretary, "纪要.html")).statusCode).toBe(400)
    const sent = await send(secretary, "纪要.pdf")
    expect(sent.json()).toMatchObject({ name: "纪要.pdf", type: "application/pdf" })
    const at = `${url}/${sent.json<{ id: string }>().id}`
    expect((await secretary.send({ method: "GET", url: at })).statusCode).toBe(200)
    for (const person of [w.stranger, stranger, deputy])
      expect((await person.send({ method: "GET", url: at })).statusCode).toBe(404)
  })
})

describe("the year's form", () => {
  it("lets the League committee put official words in a remembered row, and nobody else", async () => {
    const change = {
      schoolYear: 2025,
      level: "school",
      no: "12",
      change: { text: "每学期开展述职评议。", confirmed: true },
    } as const
    expect(await stranger.post(contract.reword, change)).toMatchObject({ status: 403 })
    expect(await secretary.post(contract.reword, change)).toMatchObject({ status: 403 })
    must(await deputy.post(contract.reword, change))
    const rows = must(await secretary.get(contract.form, { schoolYear: 2025 })).rows
    expect(rows.find((r) => r.level === "school" && r.no === "12")).toMatchObject({
      text: "每学期开展述职评议。",
      confirmed: true,
      changed: true,
    })
    const drafted = must(await secretary.post(contract.draft, { unionId: union, schoolYear: 2025 }))
    const content = JSON.stringify(must(await secretary.get(contract.one, { id: drafted.id })).content)
    expect(content).toContain("每学期开展述职评议。")
  })

  it("refuses to change a row found in published forms", async () => {
    const change = {
      schoolYear: 2025,
      level: "school",
      no: "4",
      change: { text: "主席团成员不超过9人。" },
    } as const
    expect(await deputy.post(contract.reword, change)).toMatchObject({
      ok: false,
      error: { code: "not-allowed" },
    })
  })
})
