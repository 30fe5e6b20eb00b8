import type { Actor, Permission } from "#kit/server/actor.ts"
import { onUnions, type RoomSamples, sample, self, type Within } from "#kit/server/samples.ts"
import type { mayAttest, mayExplain } from "./abilities.ts"
import type { explanationById } from "./store.ts"

type Explanation = NonNullable<Awaited<ReturnType<typeof explanationById>>>
type Deciding = (actor: Actor, row: Pick<Explanation, "by">) => Permission

export const samples: RoomSamples = {
  room: "证明与说明",
  verbs: {
    "evidence.of": sample<typeof mayExplain>(
      "查看证明与说明",
      onUnions((u) => u),
    ),
    "evidence.attest": sample<typeof mayAttest>(
      "登记证明",
      onUnions((u) => u),
    ),
    "evidence.retract": sample<Within<"union", typeof mayAttest>>(
      "撤回证明",
      onUnions((union) => ({ union })),
    ),
    "evidence.explain": sample<typeof mayExplain>(
      "说明例外的理由",
      onUnions((u) => u),
    ),
    "evidence.decide": sample<Deciding>("批准例外", {
      他人提出的: { loaded: { by: "someone" } },
      本人提出的: { loaded: { by: self.account }, self: "提出人", barred: true },
    }),
  },
}
