import type { Ctx } from "#kit/server/world.ts"
import type { Listening } from "./listening.ts"

/** Findings may depend on it (1.3). */
export const tellRecords = (ctx: Ctx, { unionId }: Pick<Listening, "unionId">): Promise<void> =>
  ctx.emit("records.changed", { unions: [unionId] })
