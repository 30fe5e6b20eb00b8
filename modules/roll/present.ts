import type { Assembly } from "#modules/assembly/index.ts"
import type { UnionRow } from "#modules/unions/index.ts"

/** The assembly as pages of the roll name it. */
export const presentHead = (assembly: Assembly, union: Pick<UnionRow, "name">) => ({
  assembly: {
    id: assembly.id,
    name: assembly.name,
    union: union.name,
    day: assembly.day,
    time: assembly.time,
    place: assembly.place,
    state: assembly.state,
  },
})
