import {
  decrypt,
  encryptBallot,
  groupOf,
  makeCredential,
  makeTrusteeKey,
  readElection,
  thresholdDeal,
  thresholdFinish,
  thresholdSecret,
  thresholdStart,
} from "@qiaoliang/ballot"
import { newId, unwrap } from "@qiaoliang/basics"
import sodium from "libsodium-wrappers-sumo"
import type { z } from "zod"
import type { Module } from "#kit/server/module.ts"
import type { TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { assemblyModule, type Duty, insertAppointments, insertAssembly } from "#modules/assembly/index.ts"
import { callsModule } from "#modules/calls/index.ts"
import { charterModule } from "#modules/charter/index.ts"
import { congressModule } from "#modules/congress/index.ts"
import { coursesModule, kindsOf, inboxItems as ofCourses } from "#modules/courses/index.ts"
import { delegatesModule, insertDelegates } from "#modules/delegates/index.ts"
import { evidence } from "#modules/evidence/index.ts"
import { inboxModule } from "#modules/inbox/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { people } from "#modules/people/index.ts"
import { insertAttendance, rollModule } from "#modules/roll/index.ts"
import { addStudent } from "#modules/selection/build.ts"
import { selection } from "#modules/selection/index.ts"
import { unions } from "#modules/unions/index.ts"
import { articles } from "#policy/index.ts"
import * as contract from "./contract.ts"
import { courseKinds, electionsModule, inboxItems } from "./index.ts"

/** Sunday 30 November 2025, ten in the morning in China. */
export const congressDay = "2025-11-30T02:00:00Z"

export const electionsWorld = (more: readonly Module[] = []): Promise<TestWorld> =>
  testWorld({
    at: congressDay,
    modules: [
      people,
      unions,
      coursesModule(courseKinds),
      charterModule(articles),
      congressModule,
      callsModule(() => []),
      evidence,
      selection,
      assemblyModule,
      delegatesModule,
      rollModule,
      electionsModule,
      ...more,
      inboxModule([ofCourses(kindsOf(courseKinds)), inboxItems]),
    ],
  })

/** Determined by the chain of 5.2 or 5.5, as selection leaves it behind. */
export async function determine(w: TestWorld, unionId: string, number: string, name: string): Promise<void> {
  await addStudent(w, { number, name })
  await w.world.db.scoped(w.university.id, (tx) =>
    tx.client.query(
      `insert into candidacy (university_id, application_id, call_id, course_id, union_id, post_kind, number, name,
         faculty, grade, source, outcome, ended_on)
       values ($1, $2, 'call', 'course', $3, 'school-presidium', $4, $5, '文学院', 2023, 'exemplar', 'passed', '2025-11-01')`,
      [w.university.id, newId(), unionId, number, name],
    ),
  )
}

export interface Hall {
  readonly assembly: string
  readonly union: string
  readonly delegates: readonly string[]
}

interface Wanted {
  readonly delegates?: number
  readonly present?: number
  readonly state?: "convened" | "open"
  readonly level?: "school" | "faculty"
}

/** A congress in session: delegates in the hall, its bodies named, candidates 甲 乙 丙 丁 determined. */
export async function furnish(w: TestWorld, wanted: Wanted = {}): Promise<Hall> {
  const { delegates: count = 12, present = count, state = "open", level = "school" } = wanted
  await addFaculty(w, "文学院")
  const school = await addUnion(w, {
    name: "桥梁大学学生会",
    posts: [
      { number: "OLD1", kind: "presidium", title: "主席团成员" },
      { number: "C1", kind: "head", title: "部长" },
    ],
  })
  const union =
    level === "school"
      ? school
      : await addUnion(w, { name: "文学院学生会", level: "faculty", faculty: "文学院" })
  await hold(w, { kind: "school-party", number: "PARTY" })
  await hold(w, { kind: "faculty-party", number: "FPARTY", faculty: "文学院" })
  await hold(w, { kind: "school-league", number: "LEAGUE" })
  for (const [number, name] of [
    ["C1", "丁一"],
    ["C2", "王二"],
    ["C3", "李三"],
    ["C4", "赵四"],
  ] as const)
    await determine(w, union, number, name)
  const assembly = newId()
  const delegates = Array.from({ length: count }, (_, i) => `D${i + 1}`)
  await w.world.db.scoped(w.university.id, async (tx) => {
    await insertAssembly(tx, {
      id: assembly,
      unionId: union,
      kind: "congress",
      name: level === "school" ? "桥梁大学第三十三次学生代表大会" : "文学院第八次学生代表大会",
      day: "2025-11-30",
      time: "09:00",
      place: "报告厅",
      state,
      proposedOn: "2025-11-01",
      openedAt: new Date(congressDay),
      closedAt: null,
      cancelledBecause: null,
    })
    const serve = (number: string, duty: Duty, lead = false) => ({
      id: newId(),
      assemblyId: assembly,
      number,
      name: `${number}号`,
      duty,
      lead,
      basis: "预备会议通过",
      from: "2025-11-01" as const,
      to: null,
    })
    await insertAppointments(
      tx,
      [
        serve("CHAIR", "presiding", true),
        serve("C1", "presiding"),
        serve("PREP", "preparatory"),
        serve("CRED", "credentials", true),
        serve("S1", "scrutineer", true),
        serve("S2", "scrutineer"),
        serve("S3", "scrutineer"),
        serve("C2", "scrutineer"),
        serve("T1", "teller", true),
        serve("T2", "teller"),
      ],
      "test",
    )
    await insertDelegates(
      tx,
      delegates.map((number) => ({
        id: newId(),
        assemblyId: assembly,
        number,
        name: `代表${number}`,
        voting: true,
        source: "class" as const,
        faculty: "文学院",
        grade: 2023,
        className: "中文2301班",
        society: null,
        cadre: false,
        delegation: "文学院代表团",
        head: false,
        from: "2025-11-01",
        to: null,
      })),
      "test",
    )
  })
  await checkIn(w, assembly, delegates.slice(0, present))
  return { assembly, union, delegates }
}

export const checkIn = (
  w: TestWorld,
  assembly: string,
  numbers: readonly string[],
  what: "in" | "out" = "in",
) =>
  w.world.db.scoped(w.university.id, (tx) =>
    insertAttendance(
      tx,
      numbers.map((number) => ({
        id: newId(),
        assemblyId: assembly,
        number,
        what,
        by: "list" as const,
        recordedBy: "STEWARD",
        at: w.world.clock(),
      })),
    ),
  )

export type Form = Omit<z.input<(typeof contract.create)["input"]>, "assembly">

/** A vote on the presidium; `more` changes the form. */
export const terms = (more: Partial<Form> = {}): Form => ({
  title: "主席团选举",
  office: "presidium",
  seats: 2,
  candidates: ["C1", "C3", "C4"],
  method: "electronic",
  tie: "second-round",
  trust: { kind: "threshold", threshold: 2 },
  trustees: ["S1", "S2", "S3"],
  tellers: [],
  ...more,
})

export const createIn = async (w: TestWorld, hall: Hall, more: Partial<Form> = {}): Promise<string> =>
  unwrap(await (await w.as("PREP")).post(contract.create, { ...terms(more), assembly: hall.assembly })).id

/** What the browsers of a vote's people keep to themselves. */
export interface Secrets {
  /** By number of the trustee: the scalar, or the seed. */
  readonly keys: Map<string, string>
  readonly phones: Map<string, { publicKey: Uint8Array; privateKey: Uint8Array }>
}

export const noSecrets = (): Secrets => ({ keys: new Map(), phones: new Map() })

/** Each trustee's browser takes its steps until it is done, or so many of them. */
export async function makeKeys(
  w: TestWorld,
  id: string,
  numbers: readonly string[],
  s: Secrets,
  rounds = 3,
): Promise<void> {
  for (let round = 0; round < rounds; round++)
    for (const number of numbers) {
      const person = await w.as(number)
      const t = unwrap(await person.get(contract.trustee, { id }))
      const group = await groupOf(t.group)
      const at = { index: t.index, threshold: t.threshold, size: t.size }
      const post = async (kind: "key" | "cert" | "deal" | "output", body: string) =>
        unwrap(await person.post(contract.postMessage, { id, kind, body }))
      const certs = t.certs as string[]
      if (t.next === "key") {
        const key = makeTrusteeKey(group)
        s.keys.set(number, key.secret)
        await post("key", key.public)
      } else if (t.next === "cert") {
        const { seed, cert } = thresholdStart(group, at)
        s.keys.set(number, seed)
        await post("cert", cert)
      } else if (t.next === "deal")
        await post("deal", await thresholdDeal(group, at, s.keys.get(number)!, certs))
      else if (t.next === "output") {
        const done = await thresholdFinish(group, at, s.keys.get(number)!, certs, t.deals as string[])
        if ("output" in done) await post("output", done.output)
        else throw new Error(`blames ${done.blame}`)
      }
    }
}

/** Phones of some delegates hand over their keys. */
export async function registerPhones(
  w: TestWorld,
  assembly: string,
  numbers: readonly string[],
  s: Secrets,
): Promise<void> {
  await sodium.ready
  for (const number of numbers) {
    const pair = s.phones.get(number) ?? sodium.crypto_box_keypair()
    s.phones.set(number, pair)
    const key = Buffer.from(pair.publicKey).toString("base64")
    unwrap(await (await w.as(number)).post(contract.registerKey, { assembly, key }))
  }
}

/** What the officer's browser does; answers the slips it printed, by number. */
export async function giveOut(w: TestWorld, id: string): Promise<Map<string, string>> {
  await sodium.ready
  const officer = await w.as("CRED")
  const list = unwrap(await officer.get(contract.issuing, { id }))
  const group = await groupOf(list.group)
  const slips = new Map<string, string>()
  const publics: string[] = []
  const envelopes = list.delegates.map((d) => {
    const made = makeCredential(group, list.uuid)
    publics.push(made.public)
    if (!d.key) {
      slips.set(d.number, made.secret)
      return { number: d.number, key: null, sealed: null }
    }
    const sealed = sodium.crypto_box_seal(made.secret, Buffer.from(d.key, "base64"))
    return { number: d.number, key: d.key, sealed: Buffer.from(sealed).toString("base64") }
  })
  unwrap(await officer.post(contract.issue, { id, credentials: publics.toSorted(), envelopes }))
  return slips
}

/** The delegate's private credential, from the phone's envelope or the slip. */
export async function credentialOf(
  w: TestWorld,
  hall: Hall,
  id: string,
  number: string,
  s: Secrets,
  slips: ReadonlyMap<string, string>,
): Promise<string> {
  const mine = unwrap(await (await w.as(number)).get(contract.mine, { assembly: hall.assembly }))
  const own = mine.elections.find((e) => e.id === id)
  if (own?.envelope === "slip") return slips.get(number)!
  const phone = s.phones.get(number)!
  return sodium.to_string(
    sodium.crypto_box_seal_open(Buffer.from(own!.sealed!, "base64"), phone.publicKey, phone.privateKey),
  )
}

/** A ballot's text as the booth makes it. */
export async function fill(w: TestWorld, id: string, secret: string, choices: number[][]): Promise<string> {
  const booth = unwrap(await w.stranger.get(contract.booth, { id }))
  const read = readElection(booth.election!)
  if (!read.ok) throw new Error(read.error)
  return encryptBallot(await groupOf(booth.group), read.value, secret, choices)
}

/** Cast without a cookie. */
export async function cast(w: TestWorld, id: string, ballot: string) {
  const answer = await w.app.inject({
    method: "POST",
    url: `/api/elections/ballots/${id}`,
    headers: { "content-type": "application/json" },
    payload: ballot,
  })
  return { status: answer.statusCode, body: answer.json() }
}

/** What the browsers of these trustees do after closing. */
export async function openBox(w: TestWorld, id: string, numbers: readonly string[], s: Secrets) {
  let last: { state: string; missing: number } | undefined
  for (const number of numbers) {
    const person = await w.as(number)
    const t = unwrap(await person.get(contract.trustee, { id }))
    const group = await groupOf(t.group)
    const read = readElection(t.election!)
    if (!read.ok) throw new Error(read.error)
    const kept = s.keys.get(number)!
    const secret =
      t.kind === "mandatory"
        ? kept
        : await thresholdSecret(
            group,
            { index: t.index, threshold: t.threshold, size: t.size },
            kept,
            t.certs as string[],
            t.deals as string[],
          )
    const body = decrypt(group, read.value, t.tally!, secret)
    last = unwrap(await person.post(contract.postDecryption, { id, body }))
  }
  return last!
}

export async function archiveOf(w: TestWorld, id: string): Promise<Uint8Array> {
  const answer = await w.stranger.send({ method: "GET", url: `/api/elections/archive/${id}.bel` })
  return new Uint8Array(answer.rawPayload)
}
