import { type RoomSamples, sample, simple, unions } from "#kit/server/samples.ts"
import type { Lies, mayCompare, mayMerge } from "./abilities.ts"

const at = (more: Partial<Lies> = {}): Lies => ({
  need: { desk: "union" },
  union: unions.school,
  department: null,
  own: false,
  ...more,
})

const cases = {
  校学生会的诉求: { loaded: { all: [at()] } },
  本学院学生会的诉求: { loaded: { all: [at({ union: unions.own })] } },
  校学生会和本学院学生会的诉求: { loaded: { all: [at(), at({ union: unions.own })] } },
  反映工作人员作风的: { loaded: { all: [at({ need: { desk: "league" } })] } },
} as const
const merging = (name: string) => sample<typeof mayMerge>(name, cases)
const comparing = (name: string) =>
  sample<typeof mayCompare>(name, {
    学校团委的受理台: {
      loadedFor: (actor) => ({
        keys: actor.capacities.some((c) => c.office === "school-league") ? ["league"] : [],
        wanted: undefined,
      }),
    },
  })

export const samples: RoomSamples = {
  room: "合并重复诉求",
  verbs: {
    "merging.groups": comparing("查看可能重复的诉求"),
    "merging.count": simple("查看有几组可能重复的诉求"),
    "merging.done": comparing("查看合并过的诉求"),
    "merging.merge": merging("合并诉求"),
    "merging.unmerge": merging("拆开合并的诉求"),
    "merging.apart": merging("判断不是一回事"),
    "merging.again": merging("恢复重复提示"),
  },
}
