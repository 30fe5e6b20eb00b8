import { afterEach, beforeAll, describe, expect, it } from "vitest"
import {
  archiveOf,
  type Hall,
  hold,
  prepare,
  seats,
  shared,
  singles,
  smallElection,
  swapped,
  template,
  unwrap,
  yesNo,
} from "./for-tests.ts"
import {
  encryptBallot,
  type Group,
  groupOf,
  newUuid,
  readArchive,
  readElection,
  setupPayloads,
  verifyArchive,
  writeCredentials,
  writeElection,
  writeTrustees,
} from "./index.ts"
import { Reference, referenceAccepts } from "./reference-for-tests.ts"

let group: Group
beforeAll(async () => {
  group = await groupOf("BELENIOS-2048")
})

/** Both verdicts on one archive. */
const verdicts = async (bytes: Uint8Array) => {
  const { ok, error } = await verifyArchive(bytes)
  return { here: ok, there: referenceAccepts(bytes), error }
}

describe("elections made here, checked by the reference tool 2.0", () => {
  const made = async (hall: (group: Group) => Hall | Promise<Hall>) => smallElection(hall, group)

  it("accepts three mandatory trustees, and rejects a ballot whose answers were exchanged", async () => {
    const { prepared, ballots, result } = await made((of) => singles(of, 3))
    const honest = archiveOf(hold(prepared, ballots))
    expect(await verdicts(honest)).toEqual({ here: true, there: true, error: undefined })
    expect((await verifyArchive(honest)).result).toEqual(result)
    const forged = archiveOf(
      hold(prepared, [swapped(ballots[0]!), ...ballots.slice(1)], { result: JSON.stringify({ result }) }),
    )
    const twin = await verdicts(forged)
    expect(twin).toMatchObject({ here: false, there: false })
    expect(twin.error).toContain("第1张选票")
  })

  it("accepts two of three trustees, and rejects an announced result that was changed", async () => {
    const { prepared, ballots, result } = await made((of) => shared(of, 2, 3, [1, 3]))
    expect(await verdicts(archiveOf(hold(prepared, ballots)))).toMatchObject({ here: true, there: true })
    const lie = JSON.stringify({ result: [[1, 0, 1], result[1]] })
    const twin = await verdicts(archiveOf(hold(prepared, ballots, { result: lie })))
    expect(twin).toEqual({ here: false, there: false, error: "公布的结果与解密得到的结果不同" })
  })
})

describe("unusual elections made here", () => {
  it("are accepted by both: keys of both kinds, more decryptions than needed, nobody voting", async () => {
    const alone = singles(group, 1)
    const together = await shared(group, 2, 3, [1, 2, 3])
    const entries = [alone, together].map(({ trustees }) => JSON.stringify(JSON.parse(trustees)[0]))
    const decrypting = [...alone.secrets.values(), ...together.secrets.values()]
    const mixed: Hall = {
      trustees: writeTrustees(entries),
      secrets: new Map(decrypting.map((secret, i) => [i + 1, secret])),
    }
    const prepared = prepare(group, mixed, 1, [yesNo])
    const events = hold(prepared, [])
    expect(await verdicts(archiveOf(events))).toMatchObject({ here: true, there: true })
    // A shared key does without one of its trustees, never without the single one.
    const absent = (owner: number) => archiveOf(events.toSpliced(2 + owner, 1))
    expect(await verdicts(absent(3))).toMatchObject({ here: true, there: true })
    expect(await verdicts(absent(1))).toMatchObject({ here: false, there: false })
  })
})

describe("elections made by the reference tool 2.0, checked here", () => {
  let reference: Reference
  afterEach(() => reference.remove())

  const written = (uuid: string) => {
    const { secrets } = reference.credentials(uuid, 3)
    reference.begin(uuid, {
      name: "选举",
      description: "说明",
      questions: [
        { answers: ["赞成", "反对", "弃权"], min: 1, max: 1, question: "一" },
        { answers: ["甲", "乙", "丙", "丁"], blank: true, min: 1, max: 2, question: "二" },
      ],
    })
    return secrets
  }
  const rows = [
    [1, 0, 0],
    [0, 1, 0, 0, 1],
  ]
  const blank = [
    [0, 0, 1],
    [1, 0, 0, 0, 0],
  ]

  /** The archive with its last ballot's record changed in one digit, chain and all made anew. */
  const rechained = (bytes: Uint8Array, change: (ballot: string) => string) => {
    const { events } = unwrap(readArchive(bytes))
    return archiveOf(
      events.map(({ type, data }) => [type, ...(type === "Ballot" ? data.map(change) : data)] as const),
    )
  }

  it("accepts single trustees and voters who vote again, rejects the forged twin", async () => {
    reference = new Reference()
    const uuid = newUuid()
    reference.singles(2)
    const secrets = written(uuid)
    reference.add("Ballot", reference.ballot(secrets[0]!, rows))
    reference.add("Ballot", reference.ballot(secrets[1]!, blank))
    reference.add("Ballot", reference.ballot(secrets[0]!, blank))
    reference.finish(
      reference.named(".privkey").map((key, i) => ["decrypt", "--privkey", key, "--trustee-id", `${i + 1}`]),
    )
    const bytes = reference.archive()
    expect(referenceAccepts(bytes)).toBe(true)
    const verified = await verifyArchive(bytes)
    expect(verified).toMatchObject({
      ok: true,
      ballots: 3,
      counted: 2,
      result: [
        [0, 0, 2],
        [2, 0, 0, 0, 0],
      ],
    })
    expect(await verdicts(rechained(bytes, swapped))).toMatchObject({ here: false, there: false })
  })

  it("accepts two of three trustees, rejects a stray record at the end", async () => {
    reference = new Reference()
    const uuid = newUuid()
    reference.threshold(2, 3)
    const secrets = written(uuid)
    for (const secret of secrets) reference.add("Ballot", reference.ballot(secret, rows))
    const keys = reference.named(".key")
    const dkeys = reference.named(".dkey")
    reference.finish(
      [1, 2].map((i) => [
        "decrypt-threshold",
        "--key",
        keys[i]!,
        "--decryption-key",
        dkeys[i]!,
        "--trustee-id",
        `${i + 1}`,
      ]),
    )
    const bytes = reference.archive()
    expect(await verdicts(bytes)).toMatchObject({ here: true, there: true })
    const stray = new Uint8Array([...bytes, ...new Uint8Array(1024)])
    expect(await verdicts(stray)).toMatchObject({ here: false, there: false })
  })

  it("takes ballots of both programs into one box", async () => {
    reference = new Reference()
    const uuid = newUuid()
    const hall = singles(group, 1)
    const text = writeElection(group, uuid, template(yesNo, seats), hall.trustees)
    const { secrets, list } = reference.credentials(uuid, 2)
    // What the tool writes has the weight and the user's name after the credential.
    const publics = (JSON.parse(list) as string[]).map((entry) => entry.split(",")[0]!)
    const setup = setupPayloads(text, hall.trustees, writeCredentials(publics))
    reference.write(`${uuid}.bel`, archiveOf([["Setup", ...setup]]))
    const theirs = reference.ballot(secrets[0]!, rows).trim()
    const election = unwrap(readElection(text))
    const ours = encryptBallot(group, election, secrets[1]!, blank)
    const bytes = archiveOf(
      hold({ ...prepare(group, hall, 1, election.questions), election, setup }, [theirs, ours]),
    )
    expect(await verdicts(bytes)).toMatchObject({ here: true, there: true })
    expect((await verifyArchive(bytes)).result).toEqual([
      [1, 0, 1],
      [1, 1, 0, 0, 1],
    ])
  })
})
