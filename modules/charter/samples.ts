import type { Actor, Permission } from "#kit/server/actor.ts"
import { onUnions, type RoomSamples, type SampleUnion, sample, simple, unions } from "#kit/server/samples.ts"
import type { mayChooseReading, maySettle } from "./abilities.ts"
import type { SettingRow } from "./store.ts"

/** What a registration to be withdrawn is about: a reading is not the union's own to give up. */
type Withdrawing = (
  actor: Actor,
  of: { readonly union: SampleUnion; readonly setting: Pick<SettingRow, "kind"> | undefined },
) => Permission

export const samples: RoomSamples = {
  room: "章程与本地规定",
  verbs: {
    "charter.adopt": sample<typeof maySettle>(
      "登记章程",
      onUnions((u) => u),
    ),
    "charter.set-limit": sample<typeof maySettle>(
      "登记更严的规定",
      onUnions((u) => u),
    ),
    "charter.choose-reading": sample<typeof mayChooseReading>(
      "选定条文的读法",
      onUnions((u) => u),
    ),
    "charter.adopt-rotation": sample<typeof maySettle>(
      "登记执行主席轮值",
      onUnions((u) => u),
    ),
    "charter.withdraw": sample<Withdrawing>("撤回登记", {
      校学生会的章程: { loaded: { union: unions.school, setting: undefined } },
      校学生会的规定: { loaded: { union: unions.school, setting: { kind: "limit" } } },
      校学生会的读法: { loaded: { union: unions.school, setting: { kind: "reading" } } },
      本学院学生会的规定: { loaded: { union: unions.own, setting: { kind: "limit" } } },
    }),
    "charter.one": simple("查看章程与本地规定"),
    "charter.list": simple("查看各学生会的章程"),
    "charter.history": simple("查看登记的变动"),
  },
}
