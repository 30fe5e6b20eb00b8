import type { Ctx } from "#kit/server/world.ts"
import { newCertificateNumber } from "./code.ts"
import { certificatesOf, insertCertificate, type Volunteer } from "./store-volunteers.ts"
import type { Work } from "./work.ts"

/** A certificate over what a volunteer did; a later one takes its place. Nobody has one over nothing. */
export async function issue(ctx: Ctx, volunteer: Volunteer, work: Work): Promise<string | null> {
  const before = (await certificatesOf(ctx.tx, [volunteer.id])).get(volunteer.id)
  const minutes = work.minutes(volunteer.id)
  const shifts = work.attended(volunteer.id)
  if (minutes === 0 && !before) return null
  if (before && before.minutes === minutes && before.shifts === shifts) return before.number
  const number = newCertificateNumber()
  await insertCertificate(ctx.tx, {
    number,
    volunteerId: volunteer.id,
    projectId: volunteer.projectId,
    minutes,
    shifts,
    replaces: before?.number ?? null,
    issuedOn: ctx.today,
    at: ctx.now,
  })
  return number
}

/** For everybody who has served, at the project's end. Answers how many. */
export async function issueAll(ctx: Ctx, work: Work): Promise<number> {
  let count = 0
  for (const volunteer of work.volunteers) if (await issue(ctx, volunteer, work)) count++
  return count
}
