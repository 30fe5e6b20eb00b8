import type { Tx } from "#kit/server/db.ts"
import { tally } from "./meeting.ts"
import { type Happened, resolutionName } from "./minutes.ts"
import * as store from "./store.ts"

/** All of one meeting, as the screens, the minutes and the paper need it. */
export interface Whole {
  readonly items: readonly store.ItemRow[]
  readonly resolutions: readonly store.ResolutionRow[]
  readonly votes: readonly store.VoteRow[]
}

export async function wholeOf(tx: Tx, meetingId: string): Promise<Whole> {
  const items = await store.itemsOf(tx, [meetingId])
  const resolutions = await store.resolutionsOf(tx, [meetingId])
  const votes = await store.votesOf(
    tx,
    resolutions.map((r) => r.id),
  )
  return { items, resolutions, votes }
}

export const nameOf = (r: Pick<store.ResolutionRow, "year" | "ordinal">): string | null =>
  r.year !== null && r.ordinal !== null ? resolutionName(r.year, r.ordinal) : null

/** What was recorded, in the shape the minutes are drafted from. */
export async function happened(
  tx: Tx,
  meeting: store.MeetingRow,
  quorum: string,
  quorate: boolean,
): Promise<Happened> {
  const { items, resolutions, votes } = await wholeOf(tx, meeting.id)
  const confirmed = (await store.meetingsOf(tx, [meeting.unionId])).filter(
    (m) => m.confirmedIn === meeting.id,
  )
  return {
    day: meeting.day,
    time: meeting.time,
    place: meeting.place,
    presiding: meeting.presiding?.name ?? meeting.convener.name,
    attendance: meeting.attendance ?? [],
    guests: meeting.guests,
    quorate,
    quorum,
    confirmed: confirmed.map((m) => m.title),
    items: items.map((item) => ({
      title: item.title,
      matter: item.matter,
      said: item.said,
      state: item.state,
      resolutions: resolutions
        .filter((r) => r.itemId === item.id)
        .map((r) => {
          const own = votes.filter((v) => v.resolutionId === r.id)
          return {
            words: r.words,
            name: nameOf(r),
            tally: tally(own, r.voters.length),
            votes: own,
            owner: r.owner?.name ?? null,
            due: r.due,
            waitsForReport: r.state === "passed" && r.matter !== null && r.inForceOn === null,
          }
        }),
    })),
  }
}
