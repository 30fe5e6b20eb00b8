import type { Ctx } from "#kit/server/world.ts"

export async function loadSampleBoard(_: Ctx): Promise<void> {}
