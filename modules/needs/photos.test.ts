import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import type { Person } from "#kit/server/test-world.ts"
import { nobody } from "#kit/server/world.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { gpsJpeg, plainPng, said, talkingWebp, voicing } from "./build.ts"
import * as contract from "./contract.ts"
import { needsModule, unsealingKind } from "./index.ts"
import { sweepPhotos } from "./module.ts"
import { photoOf } from "./photo.ts"

const { w, who } = await voicing([
  coursesModule([unsealingKind]),
  needsModule({ mayRead: [async (ctx) => ctx.actor.number === "P1"] }),
])

const send = (person: Person, bytes: Uint8Array, name = "a.jpg") => {
  const boundary = "b"
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return person.send({
    method: "POST",
    url: "/api/needs/photos",
    payload,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  })
}
const fetched = (person: Person, id: string) => person.send({ method: "GET", url: `/api/needs/photos/${id}` })
const idOf = (response: { json: () => { id: string } }) => response.json().id

describe("a photo", () => {
  it("is taken from students alone, by its content, up to a megabyte", async () => {
    expect((await send(w.stranger, gpsJpeg)).statusCode).toBe(401)
    expect((await send(who("X9"), gpsJpeg)).statusCode).toBe(403)
    expect((await send(who("S1"), Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))).statusCode).toBe(
      400,
    )
    expect((await send(who("S1"), Buffer.from("GIF89a"), "a.png")).statusCode).toBe(400)
    expect((await send(who("S1"), Buffer.concat([gpsJpeg, Buffer.alloc(1024 * 1024)]))).statusCode).toBe(413)
    expect((await send(who("S1"), gpsJpeg.subarray(0, 60))).statusCode).toBe(400)
    expect((await send(who("S1"), plainPng)).statusCode).toBe(200)
  })

  it("keeps neither place nor device nor who sent it, nor when within the hour", async () => {
    w.moveTo("2025-11-15T02:34:56Z")
    const id = idOf(await send(who("S1"), gpsJpeg))
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query("select *, encode(bytes, 'escape') as text from file where id = $1", [id]),
    )
    expect(rows).toMatchObject([
      { uploaded_by: null, uploaded_at: new Date("2025-11-15T02:00:00Z"), name: "photo", type: "image/jpeg" },
    ])
    expect(rows[0].text).not.toMatch(/Exif|GPS|Huawei/)
    const log = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query("select verb from log_entry where verb like 'needs%'"),
    )
    expect(log.rows).toEqual([])
    w.moveTo("2025-11-15T02:00:00Z")
  })

  it("is seen by its raiser and whom a later room lets in, and by nobody before a need names it", async () => {
    const photo = idOf(await send(who("S1"), gpsJpeg))
    expect((await fetched(who("S1"), photo)).statusCode).toBe(404)
    unwrap(await who("S1").post(contract.raise, said({ photos: [photo], shown: "anonymous" })))
    expect((await fetched(w.stranger, photo)).statusCode).toBe(404)
    for (const name of ["S2", "A1", "F1", "ADMIN"])
      expect((await fetched(who(name), photo)).statusCode).toBe(404)
    const own = await fetched(who("S1"), photo)
    expect([own.statusCode, own.headers["content-type"]]).toEqual([200, "image/jpeg"])
    expect((await fetched(who("P1"), photo)).statusCode).toBe(200)
    expect((await fetched(await w.as("S1", await w.addUniversity("别的大学")), photo)).statusCode).toBe(404)
    expect((await who("S2").post(contract.raise, said({ photos: [photo] }))).ok).toBe(false)
    expect((await who("S2").post(contract.raise, said({ photos: ["01none"] }))).ok).toBe(false)
  })

  it("goes within two days where no need names it", async () => {
    const photo = idOf(await send(who("S1"), plainPng))
    const sweep = () => w.world.within(w.university, nobody, sweepPhotos)
    await sweep()
    const left = async () => {
      const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
        tx.client.query("select from file where id = $1", [photo]),
      )
      return rows.length
    }
    expect(await left()).toBe(1)
    w.moveTo("2025-11-16T03:30:00Z")
    await sweep()
    expect(await left()).toBe(0)
    expect((await who("S1").post(contract.raise, said({ photos: [photo] }))).ok).toBe(false)
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query("select file_id from need_photo p join file f on f.id = p.file_id"),
    )
    expect(rows).toHaveLength(1)
  })
})

describe("taking a picture apart", () => {
  it("leaves what draws it and nothing else", () => {
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1")
    const jpeg = unwrap(photoOf(Buffer.concat([gpsJpeg, Buffer.from("a clip behind the picture")])))
    expect(text(jpeg.bytes)).not.toMatch(/Exif|GPS|clip|a comment/)
    expect(Buffer.from(jpeg.bytes.subarray(-2)).toString("hex")).toBe("ffd9")
    const png = unwrap(photoOf(plainPng))
    expect(text(png.bytes)).toContain("IDAT")
    expect(text(png.bytes)).not.toMatch(/tEXt|eXIf/)
    const webp = unwrap(photoOf(talkingWebp))
    expect(text(webp.bytes)).not.toMatch(/EXIF|XMP/)
    expect(Buffer.from(webp.bytes).readUInt32LE(4)).toBe(webp.bytes.length - 8)
    expect(webp.bytes[20]! & 0x2c).toBe(0)
    // Once bare, always the same.
    for (const once of [jpeg, png, webp]) expect(unwrap(photoOf(once.bytes))).toEqual(once)
  })
})
