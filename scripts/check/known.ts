import { applicant } from "@qiaoliang/procedure"
import { clauses } from "#policy/clauses.generated.ts"
import { offices } from "#policy/offices.ts"
import type { Known } from "./procedures.ts"

/** The clauses of the Opinions, the offices they name with the applicant and the union, the marks of 10.3. */
export const known: Known = {
  clauses: new Set(Object.keys(clauses)),
  offices: new Set([...offices.map((o) => o.kind), applicant, "union"]),
  marks: new Set(["designated", "head", "deputy", "deputy-secretary", "secretary", "presidium"]),
}
