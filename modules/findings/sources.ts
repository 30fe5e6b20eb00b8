import { activitiesOn } from "#modules/activities/index.ts"
import { approvalsOn } from "#modules/approvals/index.ts"
import { assembliesOn } from "#modules/assembly/index.ts"
import { callsOn } from "#modules/calls/index.ts"
import { charterOn } from "#modules/charter/index.ts"
import { congressOn } from "#modules/congress/index.ts"
import { delegatesFactsOn } from "#modules/delegates/index.ts"
import { electionsOn } from "#modules/elections/index.ts"
import { evidenceOn } from "#modules/evidence/index.ts"
import { handlingOn } from "#modules/handling/index.ts"
import { leadershipFactsOn } from "#modules/leadership/index.ts"
import { listeningOn } from "#modules/listening/index.ts"
import { meetingsOn } from "#modules/meetings/index.ts"
import { noticesOn } from "#modules/notices/index.ts"
import { officesOn } from "#modules/offices/index.ts"
import { rotationOn } from "#modules/presidium/index.ts"
import { projectsOn } from "#modules/projects/index.ts"
import { selectionOn } from "#modules/selection/index.ts"
import type { FactSource } from "./gather.ts"

/** Who adds to the facts, one line each. Attestations first: where a room has records, its answer takes their place. */
export const sources: readonly FactSource[] = [
  evidenceOn,
  charterOn,
  congressOn,
  delegatesFactsOn,
  officesOn,
  callsOn,
  selectionOn,
  approvalsOn,
  rotationOn,
  meetingsOn,
  leadershipFactsOn,
  projectsOn,
  assembliesOn,
  electionsOn,
  handlingOn,
  listeningOn,
  noticesOn,
  activitiesOn,
]
