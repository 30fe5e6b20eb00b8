import type { z } from "zod"
import type { Contract } from "#kit/contract.ts"
import { nobody } from "#kit/server/actor.ts"
import type { Module } from "#kit/server/module.ts"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { buildAccount, testWorld } from "#modules/accounts/build.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { addToRegister } from "#modules/people/build.ts"
import type * as contract from "./contract.ts"
import { needs, unsealingKind } from "./index.ts"
import type { Need, Shown } from "./need.ts"
import { raiseNeed, speakFor } from "./raising.ts"

type In<C extends Contract> = z.input<C["input"]>

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

/** A need raised by a student of the register, as the verb does it. */
export async function raise(w: TestWorld, wanted: Wanted): Promise<Need> {
  const { number, voices = [], faculty = "文学院", className = "汉语言2301" } = wanted
  await addToRegister(
    w,
    [number, ...voices].map((n) => ({ number: n, faculty, className })),
  )
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

/** 文学院's students S1 (undergraduate), S2 and G1 (master), the school's two unions, both offices with two people each. */
export async function voicing(modules: readonly Module[] = [coursesModule([unsealingKind]), needs]) {
  const w = await testWorld({ modules })
  const union = await addUnion(w, {
    name: "桥梁大学学生会",
    posts: [{ number: "P1", kind: "presidium", title: "主席团成员" }],
  })
  const graduates = await addUnion(w, { name: "桥梁大学研究生会", kind: "graduate" })
  await addToRegister(w, [
    ...["S1", "S2", "S3"].map((number) => ({ number })),
    { number: "G1", level: "master" as const },
  ])
  await hold(w, { kind: "student-affairs", number: "A1" })
  await hold(w, { kind: "student-affairs", number: "A2", post: "deputy" })
  await hold(w, { kind: "student-affairs", number: "A3", post: "clerk" })
  await hold(w, { kind: "school-league", number: "L1" })
  await hold(w, { kind: "school-league", number: "L2", post: "deputy" })
  await hold(w, { kind: "school-league", number: "L3", post: "clerk" })
  await addFaculty(w, "文学院")
  await hold(w, { kind: "faculty-league", number: "F1", faculty: "文学院" })
  await hold(w, { kind: "faculty-party", number: "F2", faculty: "文学院" })
  await buildAccount(w, { number: "ADMIN", admin: true })
  const names = [
    ...["S1", "S2", "S3", "G1", "A1", "A2", "A3", "L1", "L2", "L3", "F1", "F2", "P1", "ADMIN", "X9"],
  ] as const
  const people = Object.fromEntries(
    await Promise.all(names.map(async (n) => [n, await w.as(n)] as const)),
  ) as Record<string, Person>
  return { w, union, graduates, people, who: (name: string): Person => people[name]! }
}

let tickets = 0

/** What a browser sends. */
export const said = (more: Partial<In<typeof contract.raise>> = {}): In<typeof contract.raise> => ({
  ticket: `ticket-${++tickets}`,
  title: "宿舍洗衣机坏了",
  text: "三号楼一层的洗衣机两周没有人修。",
  category: "usual-12",
  place: "三号楼",
  photos: [],
  shown: "desk",
  discreet: false,
  ...more,
})

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
const dqt = segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)]))
const sof = segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0]))
const dht = segment(0xc4, Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(15), Buffer.from([0])]))
const dhtAc = segment(0xc4, Buffer.concat([Buffer.from([0x10, 1]), Buffer.alloc(15), Buffer.from([0])]))

/** Eight grey pixels by eight, with where and by what telephone it was taken, and a comment. */
export const gpsJpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")),
  segment(0xe1, Buffer.from("Exif\0\0MM\0*\0\0\0\x08 GPS 30.5N 114.3E Huawei", "latin1")),
  segment(0xfe, Buffer.from("a comment")),
  dqt,
  sof,
  dht,
  dhtAc,
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x3f, 0xff, 0xd9]),
])

const pngChunk = (name: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  return Buffer.concat([head, Buffer.from(name), body, Buffer.alloc(4)])
}

export const plainPng = Buffer.concat([
  Buffer.from("89504e470d0a1a0a", "hex"),
  pngChunk("IHDR", Buffer.from("00000001000000010800000000", "hex")),
  pngChunk("tEXt", Buffer.from("Author\0somebody")),
  pngChunk("eXIf", Buffer.from("MM GPS")),
  pngChunk("IDAT", Buffer.from("789c6360000000020001", "hex")),
  pngChunk("IEND", Buffer.alloc(0)),
])

const riffChunk = (name: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from(name), head, body, Buffer.alloc(body.length % 2)])
}
const riff = Buffer.concat([
  Buffer.from("WEBP"),
  riffChunk("VP8X", Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
  riffChunk("VP8L", Buffer.from([0x2f, 0, 0, 0, 0])),
  riffChunk("EXIF", Buffer.from("MM GPS.")),
  riffChunk("XMP ", Buffer.from("<x:xmpmeta/>")),
])

export const talkingWebp = Buffer.concat([Buffer.from("RIFF"), Buffer.from([riff.length, 0, 0, 0]), riff])
