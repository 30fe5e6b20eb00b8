import type { Ctx } from "#kit/server/world.ts"
import { record } from "./recording.ts"
import * as store from "./store.ts"

/** Whoever speaks has ended. */
export async function stopSpeech(ctx: Ctx, assemblyId: string): Promise<void> {
  for (const s of await store.speakersOf(ctx.tx, assemblyId)) {
    if (s.state !== "speaking") continue
    await store.changeSpeakers(ctx.tx, [s.id], { state: "spoke", endedAt: ctx.now })
    await record(ctx, assemblyId, { kind: "speech-ended", item: s.itemId, speaker: s.id, name: s.name })
  }
}
