import { charterOn } from "#modules/charter/index.ts"
import { congressOn } from "#modules/congress/index.ts"
import { evidenceOn } from "#modules/evidence/index.ts"
import { officesOn } from "#modules/offices/index.ts"
import { projectsOn } from "#modules/projects/index.ts"
import type { FactSource } from "./gather.ts"

/** Who adds to the facts, one line each. Attestations first: where a room has records, its answer takes their place. */
export const sources: readonly FactSource[] = [evidenceOn, charterOn, congressOn, officesOn, projectsOn]
