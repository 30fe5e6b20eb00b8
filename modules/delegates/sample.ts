import type { Ctx } from "#kit/server/world.ts"

export async function loadSampleDelegates(_ctx: Ctx): Promise<void> {}
