import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { anyone } from "../abilities.ts"
import { type Loaded, loadProject } from "../load.ts"
import { presentCertificate } from "../present.ts"
import { projectsCertificate } from "../public-contract.ts"
import {
  type Certificate,
  certificateByNumber,
  certificatesOf,
  type Volunteer,
  volunteerOf,
} from "../store-volunteers.ts"

export interface Certified extends Loaded {
  readonly certificate: Certificate
  readonly volunteer: Volunteer
  readonly replaced: boolean
}

/** As people type it: without its strokes, in small letters, with O for 0. */
const tidy = (typed: string): string => {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1")
  return plain.replace(/^(.{4})(.{4})(.{4})$/, "$1-$2-$3")
}

export async function certified(ctx: Ctx, typed: string): Promise<Result<Certified, Refusal>> {
  const gone = refuse("not-found", "没有这个编号的志愿服务证明", { cure: "核对证明上的编号" })
  const certificate = await certificateByNumber(ctx.tx, tidy(typed))
  if (!certificate) return gone
  const loaded = await loadProject(ctx, certificate.projectId)
  const volunteer = await volunteerOf(ctx.tx, certificate.projectId, { id: certificate.volunteerId })
  if (!loaded.ok || !volunteer) return gone
  const latest = (await certificatesOf(ctx.tx, [volunteer.id])).get(volunteer.id)
  return ok({ ...loaded.value, certificate, volunteer, replaced: latest?.number !== certificate.number })
}

export const presentCertified = (c: Certified, university: string) =>
  presentCertificate(c.certificate, {
    volunteer: c.volunteer,
    project: c.project,
    host: c.union.name,
    university,
    replaced: c.replaced,
  })

/** Anybody may check one; trying numbers is slow, and there are 2⁶⁰ of them. */
export const certificate = query(projectsCertificate, {
  who: "anyone",
  perMinute: 60,
  load: (ctx, { number }) => certified(ctx, number),
  may: anyone,
  run: async (ctx, _, found) => ok(presentCertified(found, ctx.university.name)),
})
