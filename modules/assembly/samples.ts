import {
  onUnions,
  type RoomSamples,
  type SampleUnion,
  sample,
  self,
  simple,
  unions,
  type Within,
} from "#kit/server/samples.ts"
import type { mayPrepare, mayPropose, mayReadAssembly, mayReadOf, mayStaff } from "./abilities.ts"
import type { AssemblyState } from "./assembly.ts"
import type { OfAssembly } from "./load.ts"
import { type Appointment, type Duty, dutyNames } from "./team.ts"

const serves = (duty: Duty): Appointment => ({
  id: `appointment-${duty}`,
  assemblyId: "assembly",
  number: self.number,
  name: self.name,
  duty,
  lead: false,
  basis: "",
  from: "2025-11-01",
  to: null,
})

/** An assembly of the samples; other rooms of a congress take it for theirs. */
const assemblyOf = (
  union: SampleUnion,
  state: AssemblyState = "preparing",
  team: readonly Appointment[] = [],
): OfAssembly => ({
  assembly: {
    id: "assembly",
    unionId: union.id,
    kind: "congress",
    name: "学生代表大会",
    day: "2025-12-20",
    time: "14:00",
    place: "报告厅",
    theme: "",
    state,
    proposedOn: "2025-11-01",
    openedAt: null,
    closedAt: null,
    cancelledBecause: null,
  },
  union,
  team,
})

/** On a school's union and a faculty's, and for whoever serves in the bodies named. */
const onAssemblies = (union: SampleUnion, ...duties: readonly Duty[]) => ({
  ...onUnions((u) => assemblyOf(u)),
  ...Object.fromEntries(
    duties.map((duty) => [
      `任职于大会：${dutyNames[duty].body}`,
      { loaded: assemblyOf(union, "open", [serves(duty)]), self: dutyNames[duty].body },
    ]),
  ),
})

const { own } = unions
const prepared = (name: string) => sample<typeof mayPrepare>(name, onAssemblies(own, "preparatory"))
const staffed = (name: string) => sample<typeof mayStaff>(name, onAssemblies(own, "preparatory", "presiding"))

export const samples: RoomSamples = {
  room: "学生代表大会",
  verbs: {
    "assembly.propose": sample<Within<"union", typeof mayPropose>>(
      "提出召开大会的请示",
      onUnions((union) => ({ union })),
    ),
    "assembly.change": prepared("改动大会的安排"),
    "assembly.cancel": prepared("取消大会"),
    "assembly.appoint": staffed("安排大会的人员"),
    "assembly.dismiss": staffed("免去大会的职务"),
    "assembly.set-agenda": prepared("拟定议程"),
    "assembly.head": simple("查看大会的名称和状态"),
    "assembly.list": simple("进入学生代表大会"),
    "assembly.start": sample<Within<"union", typeof mayReadOf>>(
      "查看召开大会的准备",
      onUnions((union) => ({ union })),
    ),
    "assembly.one": sample<typeof mayReadAssembly>(
      "查看大会的筹备",
      onAssemblies(own, "credentials", "steward"),
    ),
    "assembly.find": staffed("查找可安排的人员"),
    "assembly.published": simple("查看公开的大会"),
    "assembly.published-one": simple("查看公开的一次大会"),
  },
}
