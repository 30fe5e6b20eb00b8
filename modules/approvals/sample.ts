import type { Ctx } from "#kit/server/world.ts"

export async function loadSampleRequests(_: Ctx): Promise<void> {}
