import { type RoomSamples, type SampleUnion, sample, self, unions } from "#kit/server/samples.ts"
import type { Appointment, mayPrepare, OfAssembly } from "#modules/assembly/index.ts"

const assembly = { id: "assembly" } as OfAssembly["assembly"]
const of = (union: SampleUnion, team: readonly Appointment[] = []): OfAssembly => ({ assembly, union, team })

const inCommittee = { ...self, duty: "preparatory", lead: false } as Appointment & typeof self

const cases = {
  校学生会的大会: { loaded: of(unions.school) },
  本学院学生会的大会: { loaded: of(unions.own) },
  "校学生会的大会，筹备委员会成员": { loaded: of(unions.school, [inCommittee]), self: "筹备委员会成员" },
}

export const samples: RoomSamples = {
  room: "名额分配",
  verbs: {
    "seats.preview": sample<typeof mayPrepare>("试算名额", cases),
    "seats.save": sample<typeof mayPrepare>("保存一版名额分配", cases),
    "seats.adopt": sample<typeof mayPrepare>("采用一版名额分配", cases),
    "seats.one": sample<typeof mayPrepare>("查看名额分配", cases),
  },
}
