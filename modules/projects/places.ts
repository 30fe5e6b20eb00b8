import type { Project } from "./project.ts"
import type { Volunteer } from "./store-volunteers.ts"

/** Places of a project not yet taken. */
export const freePlaces = (
  p: Pick<Project, "wanted">,
  volunteers: readonly Pick<Volunteer, "state">[],
): number => Math.max(0, p.wanted - volunteers.filter((v) => v.state === "accepted").length)

/** Who moves up from the waiting list when places come free: whoever waits longest. */
export const nextInLine = <V extends Pick<Volunteer, "state">>(volunteers: readonly V[], free: number): V[] =>
  volunteers.filter((v) => v.state === "waiting").slice(0, free)
