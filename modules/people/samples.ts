import type { Actor, Permission } from "#kit/server/actor.ts"
import { faculties, type RoomSamples, sample, simple } from "#kit/server/samples.ts"
import type { StudentRecord } from "./records.ts"

type Searching = (actor: Actor, _: undefined, input: { readonly faculty?: string }) => Permission
type Reading = (actor: Actor, student: Pick<StudentRecord, "faculty">) => Permission

export const samples: RoomSamples = {
  room: "学生",
  verbs: {
    "people.search": sample<Searching>("查找学生", {
      不限学院: { input: {} },
      本学院的: { input: { faculty: faculties.own.name } },
    }),
    "people.one": sample<Reading>("查看一名学生的学籍和成绩排名", {
      本学院的学生: { loaded: { faculty: faculties.own.name } },
    }),
    "people.faculties": simple("查看院系名单"),
  },
}
