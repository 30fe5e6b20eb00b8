import {
  classes,
  faculties,
  officeIdAt,
  type RoomSamples,
  sample,
  self,
  simple,
  university,
} from "#kit/server/samples.ts"
import type { OfficeKind, OfficePost } from "#policy/offices.ts"
import type { mayAppoint, mayDesignate, mayEnd, mayStandIn } from "./abilities.ts"
import { nounOf, type Office, officeName, type Seat } from "./office.ts"

const placeOf = (kind: OfficeKind): Pick<Office, "scopeId" | "scopeName" | "faculty"> => {
  const { scope } = nounOf(kind)
  if (scope === "class") {
    const { id, name, faculty } = classes.own
    return { scopeId: id, scopeName: name, faculty }
  }
  if (scope === "faculty") {
    const { id, name } = faculties.own
    return { scopeId: id, scopeName: name, faculty: name }
  }
  if (scope === "unit") return { scopeId: "unit-own", scopeName: "承办部门", faculty: null }
  if (scope === "above") return { scopeId: "above", scopeName: "上级学联", faculty: null }
  return { scopeId: university.id, scopeName: university.name, faculty: null }
}

const seat = (kind: OfficeKind, post: OfficePost): Seat => {
  const { scope: scopeKind } = nounOf(kind)
  const at = placeOf(kind)
  return {
    office: {
      id: officeIdAt(kind, at.scopeId),
      kind,
      scopeKind,
      ...at,
      name: officeName(kind, at.scopeName),
    },
    post,
  }
}

/** A post of each kind of office, and those whose appointment differs. */
const seats: Readonly<Record<string, Seat>> = {
  学校党委书记: seat("school-party", "head"),
  学校党委干事: seat("school-party", "clerk"),
  党委学生工作部负责人: seat("student-affairs", "head"),
  学校团委书记: seat("school-league", "head"),
  学校团委专职副书记: seat("school-league", "deputy-secretary"),
  学生会秘书长: seat("school-league", "secretary"),
  教务处干事: seat("academic-affairs", "clerk"),
  本学院党组织书记: seat("faculty-party", "head"),
  本学院团组织书记: seat("faculty-league", "head"),
  本学院团组织干事: seat("faculty-league", "clerk"),
  本班团支部书记: seat("class-branch", "head"),
  职能部门负责人: seat("service", "head"),
  职能部门工作人员: seat("service", "clerk"),
  上级学联负责人: seat("federation", "head"),
  上级学联干事: seat("federation", "clerk"),
}

const onSeats = <C>(of: (seat: Seat) => C): Readonly<Record<string, C>> =>
  Object.fromEntries(Object.entries(seats).map(([name, s]) => [name, of(s)]))

const someone = { number: "someone" }

export const samples: RoomSamples = {
  room: "组织与任职",
  verbs: {
    "offices.appoint": sample<typeof mayAppoint>("任命、设定职务", {
      ...onSeats((loaded) => ({ loaded, input: someone })),
      任命本人: { loaded: seat("faculty-league", "clerk"), input: self, self: "被任命人", barred: true },
    }),
    "offices.end": sample<typeof mayEnd>("免去职务", {
      ...onSeats((s) => ({ loaded: { ...s, ...someone } })),
      免去本人: { loaded: { ...seat("faculty-league", "clerk"), ...self }, self: "任职者", barred: true },
    }),
    "offices.designate": sample<typeof mayDesignate>("明确指导学生会的专职副书记", {
      他人: { loaded: someone },
      本人: { loaded: self, self: "专职副书记", barred: true },
    }),
    "offices.stand-in": sample<typeof mayStandIn>("委托代理", {
      学校团委书记的: {
        loaded: { ...seat("school-league", "head"), ...someone, standsInFor: null },
        input: { number: "deputy" },
      },
      本学院团组织书记的: {
        loaded: { ...seat("faculty-league", "head"), ...self, standsInFor: null },
        input: { number: "deputy" },
        self: "任职者",
      },
      委托给本人: {
        loaded: { ...seat("faculty-league", "head"), ...someone, standsInFor: null },
        input: self,
        self: "代理人",
        barred: true,
      },
    }),
    "offices.list": simple("查看组织与任职"),
    "offices.history": simple("查看任职的变动"),
    "offices.set-ups": simple("查看管理员设定记录"),
  },
}
