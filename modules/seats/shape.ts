import type { z } from "zod"
import type { knobs, preview, result } from "./contract.ts"

export type Knobs = z.output<typeof knobs>
export type Result = z.output<typeof result>
type Previewed = z.output<(typeof preview)["output"]>
export type Other = Previewed["others"][number]
export type WhyNot = NonNullable<Previewed["infeasible"]>
