import { createPublicKey, verify } from "node:crypto"
import { checkpointText, verifyArchive } from "@qiaoliang/ballot"
import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { TestWorld } from "#kit/server/test-world.ts"
import { list as inbox } from "#modules/inbox/contract.ts"
import {
  archiveOf,
  cast,
  credentialOf,
  fill,
  giveOut,
  makeKeys,
  noSecrets,
  openBox,
  registerPhones,
  type Secrets,
} from "./browsers.ts"
import { createIn, electionsWorld, type Form, furnish, type Hall, terms } from "./build.ts"
import { BallotBoxes } from "./casting/box.ts"
import { Pool } from "./casting/pool.ts"
import * as contract from "./contract.ts"

let w: TestWorld
let hall: Hall
let id: string
let slips: Map<string, string>
/** The ballot of D1 that counts. */
let kept: string
const s: Secrets = noSecrets()
const rules = { basis: "大会举手表决通过", on: "2025-11-30" }

const ballotOf = async (number: string, choices: number[][]) =>
  fill(w, id, await credentialOf(w, hall, id, number, s, slips), choices)

beforeAll(async () => {
  w = await electionsWorld()
  hall = await furnish(w)
}, 120_000)

describe("an electronic vote, 2 of 3 scrutineers, from keys to posts", () => {
  it("refuses the stranger, and whoever has no duty in the assembly", async () => {
    const input = { id: "x" }
    expect((await w.stranger.post(contract.open, input)).status).toBe(401)
    const create = { ...terms(), assembly: hall.assembly }
    expect(await w.stranger.post(contract.create, create)).toMatchObject({ status: 401 })
    expect(await (await w.as("D1")).post(contract.create, create)).toMatchObject({ status: 403 })
  })

  it("refuses a candidate as trustee, the credentials officer, a lone keeper, too many seats, the undetermined", async () => {
    const prep = await w.as("PREP")
    const attempt = async (more: Partial<Form>) => {
      const answer = await prep.post(contract.create, {
        ...terms(more),
        assembly: hall.assembly,
      })
      return answer.ok ? "taken" : answer.error.because
    }
    expect(await attempt({ candidates: ["C2", "C3"], trustees: ["S1", "C2"] })).toContain("候选人，不能监票")
    expect(await attempt({ trustees: ["S1"] })).toContain("不能由一人独自开启票箱")
    expect(await attempt({ trust: { kind: "threshold", threshold: 1 } })).toContain("开启票箱的人数")
    expect(await attempt({ trustees: ["D1", "S1"] })).toContain("不是本次大会的监票人")
    expect(await attempt({ seats: 6 })).toContain("主席团成员不超过5人")
    expect(await attempt({ candidates: ["D1", "C3"] })).toContain("没有经推荐、审查程序确定")
  })

  it("is not arranged by somebody who stands in it", async () => {
    const answer = await (await w.as("C1")).post(contract.create, { ...terms(), assembly: hall.assembly })
    expect(answer).toMatchObject({ status: 403, error: { because: expect.stringContaining("候选人不办理") } })
  })

  it("lists names in the order of strokes and calls three for two seats 差额", async () => {
    id = await createIn(w, hall)
    const seen = unwrap(await (await w.as("CHAIR")).get(contract.one, { id }))
    expect(seen.candidates.map((c) => c.name)).toEqual(["丁一", "李三", "赵四"])
    expect(seen.mode).toBe("surplus")
    expect(seen.rules.text).toContain("第一条")
    expect(seen.next).toBe("rules")
    expect(seen.can).toMatchObject({ adoptRules: true, open: true, keepKey: false })
  })

  it("has the rules adopted by the executive chair, not by a candidate of the presiding committee", async () => {
    expect(await (await w.as("C1")).post(contract.adoptRules, { id, ...rules })).toMatchObject({
      status: 403,
    })
    unwrap(await (await w.as("CHAIR")).post(contract.adoptRules, { id, ...rules }))
  })

  it("opens only when everything is ready", async () => {
    const answer = await (await w.as("CHAIR")).post(contract.open, { id })
    expect(answer).toMatchObject({ status: 409, error: { because: expect.stringContaining("密钥") } })
  })

  it("refuses messages of others, out of turn and malformed; takes the ceremony's", async () => {
    const body = "{}"
    expect(await (await w.as("CHAIR")).post(contract.postMessage, { id, kind: "cert", body })).toMatchObject({
      status: 403,
    })
    const trustee = await w.as("S1")
    expect(await trustee.post(contract.postMessage, { id, kind: "deal", body })).toMatchObject({
      status: 409,
    })
    expect(await trustee.post(contract.postMessage, { id, kind: "cert", body })).toMatchObject({
      status: 400,
    })
    expect(unwrap(await trustee.get(inbox, {})).items.map((i) => i.title)).toContain("生成选举密钥")
    await makeKeys(w, id, ["S1", "S2", "S3"], s)
    const seen = unwrap(await trustee.get(contract.trustee, { id }))
    expect(seen.next).toBe("done")
    expect(unwrap(await trustee.get(inbox, {})).items.map((i) => i.title)).not.toContain("生成选举密钥")
  })

  it("gives out one ballot a delegate present, sealed to the phone or on a slip", async () => {
    await registerPhones(w, hall.assembly, hall.delegates.slice(0, 9), s)
    expect(await (await w.as("S2")).get(contract.issuing, { id })).toMatchObject({ status: 403 })
    slips = await giveOut(w, id)
    expect([...slips.keys()].toSorted()).toEqual(["D10", "D11", "D12"])
    const seen = unwrap(await (await w.as("CHAIR")).get(contract.one, { id }))
    expect(seen.issue).toMatchObject({ issued: 12, slips: 3, cameSince: 0, leftSince: 0 })
    slips = await giveOut(w, id)
  })

  it("refuses a list that is not of those present, unsorted credentials and a stale phone key", async () => {
    const officer = await w.as("CRED")
    const list = unwrap(await officer.get(contract.issuing, { id }))
    const envelopes: { number: string; key: string | null; sealed: string | null }[] = list.delegates.map(
      (d) => ({
        number: d.number,
        key: null,
        sealed: null,
      }),
    )
    const twelve = Array.from({ length: 12 }, (_, i) => String(i).padStart(64, "0"))
    const post = async (credentials: string[], sealed: typeof envelopes) => {
      const answer = await officer.post(contract.issue, { id, credentials, envelopes: sealed })
      return answer.ok ? "taken" : answer.error.because
    }
    expect(await post(twelve, envelopes.slice(1))).toContain("到会代表已有变化")
    expect(await post(twelve.slice(1), envelopes)).toContain("份数")
    expect(await post(twelve.toReversed(), envelopes)).toContain("按顺序")
    expect(await post(twelve, envelopes)).toContain("不是群中的有效元素")
    const stale = envelopes.map((e, i) => (i === 0 ? { ...e, key: `${"A".repeat(43)}=`, sealed: "AAAA" } : e))
    expect(await post(twelve, stale)).toContain("更换了手机密钥")
  })

  it("is not to be seen nor voted in before it opens", async () => {
    expect(await w.stranger.get(contract.booth, { id })).toMatchObject({ status: 404 })
    expect(await cast(w, id, "{}")).toMatchObject({ status: 409 })
  })

  it("is opened by the executive chair only", async () => {
    for (const number of ["C1", "S1", "CRED", "PREP", "PARTY"])
      expect(await (await w.as(number)).post(contract.open, { id })).toMatchObject({ status: 403 })
    unwrap(await (await w.as("CHAIR")).post(contract.open, { id }))
    expect(unwrap(await (await w.as("D1")).get(inbox, {})).items.map((i) => i.title)).toContain("投票")
  })

  it("takes ballots without asking who sends them; the last of a voter counts; the same one sent again is one", async () => {
    const first = await ballotOf("D1", [[0, 0, 0, 1]])
    const answer = await cast(w, id, first)
    expect(answer).toMatchObject({ status: 200, body: { height: 1, again: false, counts: true } })
    expect(await cast(w, id, first)).toMatchObject({
      status: 200,
      body: { height: 1, again: true, counts: true },
    })
    const [row1, row2, row3] = [
      [0, 1, 1, 0],
      [0, 1, 0, 0],
      [1, 0, 0, 0],
    ] as const
    kept = await ballotOf("D1", [[...row1]])
    expect(await cast(w, id, kept)).toMatchObject({ body: { height: 2 } })
    expect(await cast(w, id, first)).toMatchObject({ body: { height: 1, again: true, counts: false } })
    const ballots = await Promise.all([
      ...hall.delegates.slice(1, 7).map((n) => ballotOf(n, [[...row1]])),
      ...hall.delegates.slice(7, 11).map((n) => ballotOf(n, [[...row2]])),
      ballotOf("D12", [[...row3]]),
    ])
    const answers = await Promise.all(ballots.map((b) => cast(w, id, b)))
    expect(answers.map((a) => a.status)).toEqual(ballots.map(() => 200))
    expect(answers.map((a) => a.body.height).toSorted((a, b) => a - b)).toEqual(ballots.map((_, i) => i + 3))
  })

  it("asks to try again when more are waiting than can be checked", async () => {
    const busy = new BallotBoxes(w.world, new Pool(1, 0))
    const answer = await busy.cast(id, await ballotOf("D2", [[0, 1, 1, 0]]))
    expect(answer).toMatchObject({
      ok: false,
      error: { code: "too-many", cure: expect.stringContaining("同一张选票") },
    })
  })

  it("is unknown at another university, whose box it is not", async () => {
    const other = await w.addUniversity("邻校")
    const neighbour = await w.as("N1", other)
    for (const of of [contract.booth, contract.board, contract.panel, contract.one])
      expect((await neighbour.get(of as typeof contract.panel, { id })).status).toBe(404)
    expect(
      (await neighbour.send({ method: "GET", url: `/api/elections/archive/${id}.bel` })).statusCode,
    ).toBe(404)
  })

  it("lets its pages run WebAssembly, and no script from elsewhere", async () => {
    const answer = await w.stranger.send({ method: "GET", url: "/healthz" })
    const policy = String(answer.headers["content-security-policy"])
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(policy).not.toContain("'unsafe-eval'")
  })

  it("refuses malformed, malicious and foreign ballots", async () => {
    const good = await ballotOf("D2", [[0, 1, 0, 0]])
    const refused = async (ballot: string) => (await cast(w, id, ballot)).status
    expect(await refused("")).toBe(400)
    expect(await refused("[]")).toBe(400)
    expect(await refused(good.slice(0, -1))).toBe(400)
    expect(await refused(` ${good}`)).toBe(400)
    const parsed = JSON.parse(good)
    expect(await refused(JSON.stringify({ ...parsed, credential: "0".repeat(64) }))).toBe(400)
    const [a] = parsed.answers
    const swapped = { ...a, choices: [a.choices[1], a.choices[0], ...a.choices.slice(2)] }
    expect(await refused(JSON.stringify({ ...parsed, answers: [swapped] }))).toBe(400)
    const response = `${BigInt(parsed.signature.proof.response) + 1n}`
    const forged = { ...parsed.signature, proof: { ...parsed.signature.proof, response } }
    expect(await refused(JSON.stringify({ ...parsed, signature: forged }))).toBe(400)
    const other = { ...parsed, election_uuid: `${parsed.election_uuid.slice(1)}2` }
    expect(await refused(JSON.stringify(other))).toBe(400)
    expect((await cast(w, "0".repeat(26), good)).status).toBe(404)
    expect(unwrap(await w.stranger.get(contract.board, { id })).ballots).toBe(13)
  })

  it("shows everybody the board with a signed checkpoint, and keeps nothing that ties a ballot to a person", async () => {
    const board = unwrap(await w.stranger.get(contract.board, { id }))
    expect(board.events.map((e) => e.height)).toEqual(Array.from({ length: 14 }, (_, i) => i))
    const { checkpoint } = board
    const key = createPublicKey(board.signingKey)
    const signature = Buffer.from(checkpoint!.signature, "base64")
    expect(verify(null, Buffer.from(checkpointText(checkpoint!)), key, signature)).toBe(true)
    expect(checkpoint!.code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
    const later = unwrap(await w.stranger.get(contract.board, { id, since: 10 }))
    expect(later.events.map((e) => e.height)).toEqual([11, 12, 13])
    for (const number of ["D1", "D12"]) expect(JSON.stringify(board)).not.toContain(`"${number}"`)
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query("select verb from log_entry where university_id = $1 and verb like '%cast%'", [
        tx.university,
      ]),
    )
    expect(rows).toEqual([])
    expect((await verifyArchive(await archiveOf(w, id))).inProgress).toBe(true)
  })

  it("cannot be changed once open", async () => {
    expect(await (await w.as("PREP")).post(contract.change, { ...terms(), id })).toMatchObject({
      status: 409,
    })
    expect(await (await w.as("PREP")).post(contract.cancel, { id, because: "不选了" })).toMatchObject({
      status: 409,
    })
  })

  it("is closed by the executive chair; no ballot goes in after", async () => {
    const late = await ballotOf("D3", [[1, 0, 0, 0]])
    expect(await (await w.as("S1")).post(contract.close, { id })).toMatchObject({ status: 403 })
    expect(unwrap(await (await w.as("CHAIR")).post(contract.close, { id }))).toEqual({ ballots: 13 })
    expect(await cast(w, id, late)).toMatchObject({
      status: 409,
      body: { error: { because: "已经停止投票" } },
    })
  })

  it("is opened by two of the three, not by a wrong decryption", async () => {
    const body = JSON.stringify({ decryption_factors: [], decryption_proofs: [] })
    expect(await (await w.as("S3")).post(contract.postDecryption, { id, body })).toMatchObject({
      status: 400,
    })
    expect(await openBox(w, id, ["S3"], s)).toEqual({ state: "closed", missing: 1 })
    expect(await openBox(w, id, ["S1"], s)).toEqual({ state: "counted", missing: 0 })
    const { result, state } = unwrap(await w.stranger.get(contract.panel, { id }))
    expect(state).toBe("counted")
    expect(result).toMatchObject({
      present: 12,
      issued: 12,
      recovered: 12,
      blank: 1,
      elected: ["丁一", "李三"],
      open: 0,
    })
    expect(result!.candidates.map((c) => [c.name, c.for, c.share])).toEqual([
      ["丁一", 11, "91.67%"],
      ["李三", 7, "58.33%"],
      ["赵四", 0, "0.00%"],
    ])
  })

  it("leaves an archive that verifies", async () => {
    const verified = await verifyArchive(await archiveOf(w, id))
    expect(verified.error).toBeUndefined()
    expect(verified).toMatchObject({ ok: true, ballots: 13, counted: 12, result: [[1, 11, 7, 0]] })
  })
})
