import type { Ctx } from "#kit/server/world.ts"

export async function loadSampleProjects(_: Ctx): Promise<void> {}
